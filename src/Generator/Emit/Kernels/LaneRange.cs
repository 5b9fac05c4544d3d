using System.Globalization;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// How the loop in lanes counts. With step 1 the index itself counts up to an end; otherwise the iterations that are
/// left count down beside it.
/// </summary>
/// <param name="start">The first index, an Int64 or nint expression.</param>
/// <param name="trips">The number of iterations, likewise.</param>
/// <param name="end">With step 1: the index after the last.</param>
internal sealed class LaneRange(string start, string trips, string? end, long step)
{
    private string _limit = "";
    private string _first = "";

    private bool CountsUp => end is not null && step == 1;

    /// <summary>The local that holds the first index.</summary>
    public string First => _first;

    /// <summary>Chooses the names of the counters.</summary>
    public void Name(string index, KernelNames names)
    {
        _limit = names.Fresh(index.TrimEnd('0') + (CountsUp ? "End" : "Left"));
        _first = names.Fresh(index.TrimEnd('0') + "First");
    }

    public IEnumerable<string> Declarations(string index)
    {
        yield return $"nint {index} = {Native(start)};";
        yield return CountsUp ? $"nint {_limit} = {Native(end!)};" : $"nint {_limit} = {Native(trips)};";
    }

    /// <summary>The head of a loop that takes <paramref name="count"/> iterations at once.</summary>
    /// <param name="keepsOne">At least one iteration stays for the remainder.</param>
    public string Header(string index, int count, bool keepsOne) => CountsUp
        ? $"for (; {AtLeast(index, count, keepsOne)}; {(count == 1 ? index + "++" : $"{index} += {Text(count)}")})"
        : $"for (; {AtLeast(index, count, keepsOne)}; {_limit} -= {Text(count)}, {index} += {Text(count * step)})";

    public string AtLeast(string index, int count, bool keepsOne) => CountsUp && count == 1
        ? $"{index} < {_limit}"
        : CountsUp
        ? $"{index} {(keepsOne ? "<" : "<=")} {_limit} - {Text(count)}"
        : $"{_limit} {(keepsOne ? ">" : ">=")} {Text(count)}";

    /// <summary>The index, <paramref name="iterations"/> later.</summary>
    public string Lane0(string index, int iterations) => iterations == 0 ? index
        : step > 0 ? $"{index} + {Text(iterations * step)}"
        : $"{index} - {Text(-iterations * step)}";

    /// <summary>The number of iterations so far.</summary>
    public string Position(string index) => step == 1 ? $"{index} - {_first}" : $"({index} - {_first}) / {Operand(Text(step))}";

    public string Restart(string index) => CountsUp
        ? $"{index} = {_first};"
        : $"{_limit} += {Position(index)}; {index} = {_first};";

    private static string Native(string text) => $"unchecked((nint){(text.Contains(' ') ? $"({text})" : text)})";

    private static string Operand(string text) => text[0] == '-' ? $"({text})" : text;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>All of an inner loop's iterations, as its start and bound say.</summary>
    public static LaneRange Inner(Loop loop)
    {
        long step = loop.ConstantStep ?? 1;
        string start = ScalarKernel.Int64(loop.Start);
        string bound = ScalarKernel.Int64(loop.Bound);
        string inclusive = loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? " + 1" : "";
        bool up = loop.Relation is LoopRelation.Less or LoopRelation.LessOrEqual || (loop.Relation == LoopRelation.NotEqual && step > 0);
        if (step == 1 && up && loop.Form != LoopForm.Do)
        {
            return new LaneRange(start, "", bound + inclusive, 1);
        }

        string span = (up ? $"{bound} - {start}" : $"{start} - {bound}") + inclusive;
        long size = Math.Abs(step);
        long least = loop.Form == LoopForm.Do ? 1 : 0;
        return new LaneRange(start, $"global::System.Math.Max({least}L, ({span} + {size - 1}) / {size})", null, step);
    }

    /// <summary>The root's iterations [from, to).</summary>
    public static LaneRange Root(Loop loop, KernelNames names)
    {
        long step = loop.ConstantStep ?? 1;
        bool fromZero = loop.Start is Constant { Value: 0 };
        string start = fromZero ? "" : ScalarKernel.Int64(loop.Start) + " + ";
        return step == 1
            ? new LaneRange(start + names.From, "", start + names.To, 1)
            : new LaneRange($"{start}{names.From} * {Operand(Text(step))}", $"{names.To} - {names.From}", null, step);
    }
}
