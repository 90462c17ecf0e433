namespace SimLab.Model.Messages;

/// <summary>A growable array that reuses its memory: a warmed-up month allocates nothing.</summary>
public sealed class ReusableBuffer<T> where T : unmanaged
{
    private T[] _items = new T[16];

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>All items, valid until the next change.</summary>
    public ReadOnlySpan<T> All => _items.AsSpan(0, Count);

    /// <summary>All items, to edit in place.</summary>
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

    /// <summary>Sets the count to zero; memory is reused.</summary>
    public void Clear() => Count = 0;
}
