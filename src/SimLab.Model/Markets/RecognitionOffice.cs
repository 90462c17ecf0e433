using System.Runtime.InteropServices;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;

namespace SimLab.Model.Markets;

/// <summary>
/// Stores the applications of the yearly batches and answers when the batch is announced
/// (<see cref="TitleDefinition.MonthsToAward"/>).
/// </summary>
public sealed class RecognitionOffice : Market
{
    private readonly record struct Waiting(Month Answer, int Enterprise, Title Title, bool Earned);

    private readonly Inbox<JudgedFile> _inbox = new();
    private List<Waiting>[] _waiting = [];                 // by world, in order of filing

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _waiting = new List<Waiting>[worlds];
        for (var world = 0; world < worlds; world++) _waiting[world] = [];
    }

    public override byte[] Save(int world) => Bytes<Waiting>(CollectionsMarshal.AsSpan(_waiting[world]));

    public override void Restore(int world, ReadOnlySpan<byte> saved) => _waiting[world] = [.. Read<Waiting>(saved)];

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.TitleFiles)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var waiting = _waiting[world];
        foreach (ref readonly var message in _inbox.Of(world))
        {
            var answer = information.Month + TitleCatalog.Of(message.Body.Title).MonthsToAward - 1;
            waiting.Add(new(answer, message.Enterprise, message.Body.Title, message.Body.Earned));
        }
        foreach (var file in waiting)
            if (file.Answer == information.Month)
                settlements.Add(
                    new(file.Enterprise, world, file.Earned ? SettlementKind.TitleAwarded : SettlementKind.TitleRefused,
                    (byte)file.Title, 0, 0));
        waiting.RemoveAll(file => file.Answer <= information.Month);
    }
}
