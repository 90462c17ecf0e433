namespace SimLab.Model.Messages;

/// <summary>A growing array that keeps its room from month to month, so that a month allocates nothing once it has warmed up.</summary>
public sealed class ReusableBuffer<T> where T : unmanaged
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public ReadOnlySpan<T> All => _items.AsSpan(0, Count);

    public Span<T> Editable => _items.AsSpan(0, Count);

    public void Add(in T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length) Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + items.Length));
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public void Clear() => Count = 0;
}
