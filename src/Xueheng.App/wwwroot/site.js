// The only scripts of the site: progress of an upload and of an import, the place in a document, and areas dragged on a map. Everything works without them.
(() => {
  'use strict';

  // Pages change without being loaded anew, so what is done to elements is done when they come in sight of the document.
  class UploadForm extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector('form');
      const input = this.querySelector('input[type=file]');
      const drop = this.querySelector('.drop');
      const list = this.querySelector('[data-files]');
      const bar = this.querySelector('progress');
      const words = this.querySelector('[data-words]');
      const limit = Number(this.dataset.limit);
      const size = bytes => bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
      const total = () => Array.from(input.files).reduce((sum, file) => sum + file.size, 0);
      const show = () => {
        list.replaceChildren(...Array.from(input.files, file => {
          const item = document.createElement('li');
          item.textContent = `${file.name} (${size(file.size)})`;
          return item;
        }));
        words.textContent = total() > limit ? this.dataset.toolarge : '';
      };
      input.addEventListener('change', show);
      ['dragenter', 'dragover'].forEach(name => drop.addEventListener(name, event => {
        event.preventDefault();
        drop.classList.add('over');
      }));
      ['dragleave', 'drop'].forEach(name => drop.addEventListener(name, event => {
        event.preventDefault();
        drop.classList.remove('over');
      }));
      drop.addEventListener('drop', event => {
        if (event.dataTransfer.files.length > 0) {
          input.files = event.dataTransfer.files;
          show();
        }
      });
      form.addEventListener('submit', event => {
        if (input.files.length === 0 || !form.reportValidity()) {
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        if (total() > limit) {
          words.textContent = this.dataset.toolarge;
          return;
        }
        const request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.responseType = 'document';
        bar.hidden = false;
        form.querySelector('button[type=submit]').disabled = true;
        request.upload.addEventListener('progress', progress => {
          bar.max = progress.total;
          bar.value = progress.loaded;
          words.textContent = `${this.dataset.sending} ${size(progress.loaded)} / ${size(progress.total)}`;
        });
        request.addEventListener('load', () => {
          // A page other than the form's own is the import that has begun.
          if (request.status < 400 && request.responseURL && new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
            location.href = request.responseURL;
            return;
          }
          const said = request.response && request.response.querySelector('.note.bad');
          words.textContent = said ? said.textContent.trim() : this.dataset.failed;
          bar.hidden = true;
          form.querySelector('button[type=submit]').disabled = false;
        });
        request.addEventListener('error', () => {
          words.textContent = this.dataset.failed;
          bar.hidden = true;
          form.querySelector('button[type=submit]').disabled = false;
        });
        request.send(new FormData(form));
      });
    }
  }

  class ImportProgress extends HTMLElement {
    connectedCallback() {
      this.timer = setInterval(() => this.ask(), 700);
    }

    disconnectedCallback() {
      clearInterval(this.timer);
    }

    async ask() {
      const response = await fetch(this.dataset.address, { headers: { accept: 'application/json' } });
      if (!response.ok) {
        return;
      }
      const now = await response.json();
      if (now.done) {
        clearInterval(this.timer);
        location.reload();
        return;
      }
      // A share of nothing or of all, while it still runs, is one that nobody knows.
      const bar = this.querySelector('progress');
      if (now.share > 0 && now.share < 1) {
        bar.value = now.share;
      } else {
        bar.removeAttribute('value');
      }
      this.querySelector('[data-sheet]').textContent = now.sheet;
      this.querySelector('[data-rows]').textContent = now.rows;
      this.querySelector('[data-speed]').textContent = now.speed;
    }
  }

  // The sentence of the open commitment is brought in sight in the document's own pane, the page stays where it is.
  class ReadingView extends HTMLElement {
    connectedCallback() {
      requestAnimationFrame(() => {
        const pane = this.querySelector('.doc');
        const here = this.querySelector('[data-here]');
        if (pane && here && pane.scrollHeight > pane.clientHeight) {
          pane.scrollTop += here.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
        }
      });
    }
  }

  // An area of the map dragged to a school, or to an area of it, opens what that would do; a click, a finger and a keyboard have the links and the form.
  class SeatMap extends HTMLElement {
    connectedCallback() {
      this.addEventListener('dragstart', event => event.preventDefault());
      this.addEventListener('pointerdown', event => this.begin(event));
      this.addEventListener('click', event => {
        if (this.dropped) {
          event.preventDefault();
          event.stopPropagation();
        }
        this.dropped = false;
      }, true);
    }

    begin(event) {
      const area = event.target.closest('.area');
      if (!area || event.button !== 0 || event.pointerType === 'touch') {
        return;
      }
      this.dropped = false;
      const svg = area.ownerSVGElement;
      const at = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
      const from = at(event.clientX, event.clientY);
      let line = null;
      let over = null;
      const move = moved => {
        if (!line && Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < 8) {
          return;
        }
        if (!line) {
          line = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'line'));
          line.setAttribute('class', 'dragged');
          line.setAttribute('x1', from.x);
          line.setAttribute('y1', from.y);
        }
        const to = at(moved.clientX, moved.clientY);
        line.setAttribute('x2', to.x);
        line.setAttribute('y2', to.y);
        const found = document.elementFromPoint(moved.clientX, moved.clientY);
        const id = found && this.contains(found) && found.closest('[data-site]') ? found.closest('[data-site]').dataset.site : '';
        const school = id ? Array.from(svg.querySelectorAll('.site')).find(site => site.dataset.site === id) : null;
        if (school !== over) {
          if (over) {
            over.classList.remove('over');
          }
          if (school) {
            school.classList.add('over');
          }
          over = school;
        }
      };
      const end = ended => {
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
        if (!line) {
          return;
        }
        line.remove();
        this.dropped = true;
        setTimeout(() => { this.dropped = false; }, 0);
        const to = over && ended.type === 'pointerup' ? over.dataset.site : '';
        if (over) {
          over.classList.remove('over');
        }
        if (to && to !== area.dataset.site) {
          location.href = this.dataset.address.replace('AREA', encodeURIComponent(area.dataset.area)).replace('TO', encodeURIComponent(to));
        }
      };
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
    }
  }

  customElements.define('upload-form', UploadForm);
  customElements.define('seat-map', SeatMap);
  customElements.define('reading-view', ReadingView);
  customElements.define('import-progress', ImportProgress);
})();
