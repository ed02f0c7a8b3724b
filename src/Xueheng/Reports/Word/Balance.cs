namespace Xueheng.Reports.Word;

/// <summary>Which control markers of a stretch do not find their partner within it.</summary>
internal static class Balance
{
    public static List<T> Unmatched<T>(IEnumerable<T> controls, Func<T, Marker> markerOf)
    {
        var left = new List<T>();
        foreach (var control in controls)
        {
            var (marker, last) = (markerOf(control), left.Count - 1);
            if (marker is Marker.Close close && last >= 0 && markerOf(left[last]) is Marker.Open open && open.Word == close.Word)
            {
                left.RemoveAt(last);
            }
            else if (marker is not Marker.Else || last < 0 || markerOf(left[last]) is not Marker.Open)
            {
                left.Add(control);
            }
        }

        return left;
    }
}
