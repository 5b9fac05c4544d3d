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
/// <param name="step">A constant, or known at run time.</param>
internal sealed class LaneRange(string start, string trips, string? end, Expression step)
{
    private readonly long? _constant = step is Constant { Value: var value } ? Convert.ToInt64(value) : null;
    private string _limit = "";
    private string _first = "";
    private string _step = "";

    private bool CountsUp => end is not null;

    /// <summary>The local that holds the first index.</summary>
    public string First => _first;

    /// <summary>Chooses the names of the counters.</summary>
    public void Name(string index, KernelNames names)
    {
        _limit = names.Fresh(index.TrimEnd('0') + (CountsUp ? "End" : "Left"));
        _first = names.Fresh(index.TrimEnd('0') + "First");
        _step = names.Fresh(index.TrimEnd('0') + "Step");
    }

    public IEnumerable<string> Declarations(string index)
    {
        yield return $"nint {index} = {Native(start)};";
        yield return CountsUp ? $"nint {_limit} = {Native(end!)};" : $"nint {_limit} = {Native(trips)};";
        if (_constant is null)
        {
            yield return $"nint {_step} = {Native(ScalarKernel.Int64(step))};";
        }
    }

    /// <summary>The head of a loop that takes <paramref name="count"/> iterations at once.</summary>
    /// <param name="keepsOne">At least one iteration stays for the remainder.</param>
    /// <param name="condition">What else must hold, with its <c>&amp;&amp;</c>.</param>
    public string Header(string index, int count, bool keepsOne, string condition = "") => CountsUp
        ? $"for (; {condition}{AtLeast(index, count, keepsOne)}; {(count == 1 ? index + "++" : $"{index} += {Text(count)}")})"
        : $"for (; {condition}{AtLeast(index, count, keepsOne)}; {_limit} -= {Text(count)}, {index} += {Times(count)})";

    public string AtLeast(string index, int count, bool keepsOne) => CountsUp && count == 1
        ? $"{index} < {_limit}"
        : CountsUp
        ? $"{index} {(keepsOne ? "<" : "<=")} {_limit} - {Text(count)}"
        : $"{_limit} {(keepsOne ? ">" : ">=")} {Text(count)}";

    /// <summary>The statement that leaves so many iterations, or a multiple of them.</summary>
    public string Multiple(string index, int count) => CountsUp ? $"{_limit} -= ({_limit} - {index}) % {Text(count)};" : $"{_limit} -= {_limit} % {Text(count)};";

    /// <summary>The number of iterations that are left.</summary>
    public string Left(string index) => CountsUp ? $"{_limit} - {index}" : _limit;

    /// <summary>The index, <paramref name="iterations"/> later.</summary>
    public string Lane0(string index, int iterations) => iterations == 0 ? index
        : _constant < 0 ? $"{index} - {Text(-iterations * _constant.Value)}"
        : $"{index} + {Times(iterations)}";

    /// <summary>The number of iterations so far.</summary>
    public string Position(string index) => _constant == 1 ? $"{index} - {_first}" : $"({index} - {_first}) / {Operand(Times(1))}";

    public string Restart(string index) => CountsUp
        ? $"{index} = {_first};"
        : $"{_limit} += {Position(index)}; {index} = {_first};";

    private string Times(long count) => _constant is { } constant ? Text(count * constant)
        : count == 1 ? _step
        : $"{Text(count)} * {_step}";

    private static string Native(string text) => $"unchecked((nint){KernelText.Operand(text)})";

    private static string Operand(string text) => text[0] == '-' ? $"({text})" : text;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>All of an inner loop's iterations, as its start and bound say.</summary>
    public static LaneRange Inner(Loop loop)
    {
        string start = ScalarKernel.Int64(loop.Start);
        string bound = ScalarKernel.Int64(loop.Bound);
        string inclusive = loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? " + 1" : "";
        bool up = loop.Relation is LoopRelation.Less or LoopRelation.LessOrEqual || (loop.Relation == LoopRelation.NotEqual && !(loop.ConstantStep < 0));
        if (loop.ConstantStep == 1 && up && loop.Form != LoopForm.Do)
        {
            return new LaneRange(start, "", bound + inclusive, loop.Step);
        }

        string span = (up ? $"{bound} - {start}" : $"{start} - {bound}") + inclusive;
        (string size, string less) = loop.ConstantStep is { } constant ? (Text(Math.Abs(constant)), Text(Math.Abs(constant) - 1))
            : up ? (ScalarKernel.Int64(loop.Step), $"({ScalarKernel.Int64(loop.Step)} - 1)")
            : ($"-{ScalarKernel.Int64(loop.Step)}", $"(-{ScalarKernel.Int64(loop.Step)} - 1)");
        long least = loop.Form == LoopForm.Do ? 1 : 0;
        return new LaneRange(start, $"global::System.Math.Max({least}L, ({span} + {less}) / {size})", null, loop.Step);
    }

    /// <summary>The root's iterations [from, to).</summary>
    public static LaneRange Root(Loop loop, KernelNames names)
    {
        bool fromZero = loop.Start is Constant { Value: 0 };
        string start = fromZero ? "" : ScalarKernel.Int64(loop.Start) + " + ";
        return loop.ConstantStep == 1
            ? new LaneRange(start + names.From, "", start + names.To, loop.Step)
            : new LaneRange($"{start}{names.From} * {(loop.ConstantStep is { } constant ? Operand(Text(constant)) : ScalarKernel.Int64(loop.Step))}", $"{names.To} - {names.From}", null, loop.Step);
    }
}
