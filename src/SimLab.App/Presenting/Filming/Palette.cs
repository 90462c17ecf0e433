namespace SimLab.App.Presenting.Filming;

/// <summary>
/// The colours of some pictures, at most 255: the commonest, so that surfaces keep theirs, and then those that are farthest from
/// what there is, by how often they occur. Every other colour is shown as the nearest of them.
/// </summary>
internal sealed class Palette
{
    public const int Most = 255;

    private const int Commonest = 128;

    private readonly Dictionary<int, byte> _index = [];

    public Palette(IEnumerable<Bitmap> pictures)
    {
        var counts = new Dictionary<int, long>();
        foreach (var picture in pictures)
            foreach (var colour in picture.Pixels) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, colour, out _)++;
        var all = counts.OrderByDescending(colour => colour.Value).ThenBy(colour => colour.Key).ToArray();
        var chosen = all.Take(Commonest).Select(colour => colour.Key).ToList();
        AddFarthest(all, chosen);
        Colours = [.. chosen];
        for (var i = 0; i < chosen.Count; i++) _index[chosen[i]] = (byte)i;
    }

    public int[] Colours { get; }

    public byte Nearest(int colour)
    {
        if (_index.TryGetValue(colour, out var known)) return known;
        var best = 0;
        for (var i = 1; i < Colours.Length; i++)
            if (Distance(Colours[i], colour) < Distance(Colours[best], colour)) best = i;
        return _index[colour] = (byte)best;
    }

    private static void AddFarthest(KeyValuePair<int, long>[] all, List<int> chosen)
    {
        var far = Array.ConvertAll(all, colour => chosen.Min(other => Distance(other, colour.Key)));
        while (chosen.Count < Math.Min(Most, all.Length))
        {
            var next = 0;
            for (var i = 1; i < all.Length; i++)
                if (far[i] * Math.Sqrt(all[i].Value) > far[next] * Math.Sqrt(all[next].Value)) next = i;
            if (far[next] == 0) return;
            chosen.Add(all[next].Key);
            for (var i = 0; i < all.Length; i++) far[i] = Math.Min(far[i], Distance(all[next].Key, all[i].Key));
        }
    }

    private static long Distance(int a, int b)
    {
        long red = (a >> 16) - (b >> 16), green = (a >> 8 & 255) - (b >> 8 & 255), blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
