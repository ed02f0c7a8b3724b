namespace Xueheng.Engines.Location.Lagrange;

/// <summary>Selection: the k smallest keys brought to the front, in no order.</summary>
internal static class Smallest
{
    public static void ToFront(double[] keys, int[] items, int k)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = keys[(low + high) >>> 1];
            var (a, b) = (low, high);
            while (a <= b)
            {
                while (keys[a] < pivot)
                {
                    a++;
                }

                while (keys[b] > pivot)
                {
                    b--;
                }

                if (a <= b)
                {
                    (keys[a], keys[b]) = (keys[b], keys[a]);
                    (items[a], items[b]) = (items[b], items[a]);
                    a++;
                    b--;
                }
            }

            if (k - 1 <= b)
            {
                high = b;
            }
            else if (k - 1 >= a)
            {
                low = a;
            }
            else
            {
                return;
            }
        }
    }
}
