using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>The accesses of code that takes an object, as accesses to each object that may have been handed to it.</summary>
internal static class Deliveries
{
    private const int MostDeliveries = 300;

    public static IEnumerable<Access> Of(Interpreter run)
    {
        if (run.Handovers.Count == 0)
        {
            return [];
        }

        IEnumerable<Access> delivered =
            from reception in run.Receptions
            from handover in run.Handovers
            where handover.Channel == reception.Channel
            from access in run.Accesses
            where access.Alternatives.Length == 0 && Delivered(access.Location, reception, handover) is not null
            select Delivered(access, reception, handover);
        return delivered.Take(MostDeliveries);
    }

    private static Access Delivered(Access access, Reception reception, Handover handover) => access with
    {
        Location = Delivered(access.Location, reception, handover)!,
        Locks = [.. access.Locks.Select(held => Renamed(held.Lock.Key, reception, handover) is { } key
            ? held with { Lock = held.Lock with { Key = key, Subscripts = Replaced(held.Lock.Subscripts, reception, handover) } } : held)],
        // That it has come through the channel says nothing of what was done after it was put there.
        Waited = [.. access.Waited.Where(one => one != reception.Channel && !one.StartsWith(reception.Channel + "[", StringComparison.Ordinal))],
        Delivery = handover,
    };

    private static Spot? Delivered(Spot spot, Reception reception, Handover handover) =>
        Renamed(spot.Key, reception, handover) is { } key && key.Length > handover.Object.Key.Length && spot.Subscripts.Length >= reception.Subscripts
            ? spot with { Key = key, Subscripts = Replaced(spot.Subscripts, reception, handover), IsUncertain = false }
            : null;

    private static ImmutableArray<AffineForm?> Replaced(ImmutableArray<AffineForm?> subscripts, Reception reception, Handover handover) =>
        [.. handover.Object.Subscripts, .. subscripts.Skip(reception.Subscripts)];

    private static string? Renamed(string key, Reception reception, Handover handover) =>
        key.StartsWith(reception.Key, StringComparison.Ordinal)
            && (key.Length == reception.Key.Length || key[reception.Key.Length] is '→' or '[' or '!')
            ? handover.Object.Key + key.Substring(reception.Key.Length)
            : null;
}
