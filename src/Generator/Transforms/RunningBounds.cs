using System.Numerics;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Between which values a running value stays in a block. A minimum or maximum moves one way, from where the block starts to where it ends.
/// Of a sum of integers, the block tells what its iterations add up to, in 64 bits where its own type might wrap (<see cref="Wide"/>),
/// and how far that goes up and down on the way where it does both (<see cref="High"/>, <see cref="Low"/>).
/// </summary>
/// <param name="Most">Stands for the highest value; of a type that holds more than all values, so that one which wraps is seen.</param>
/// <param name="Least">Stands for the lowest.</param>
internal sealed record RunningBounds(Variable Scanned, ReductionOperator Operator, Variable Most, Variable Least)
{
    // Runtime's SearchBlocks: the first is shorter, all others are a 128th of at most 2^32 iterations.
    private static readonly BigInteger s_longestBlock = BigInteger.One << 25;

    public Variable? Wide { get; init; }

    public Variable? High { get; init; }

    public Variable? Low { get; init; }

    /// <summary>What a block adds up to, as its total has it.</summary>
    public Variable Sum => Wide ?? Scanned;

    /// <summary>What a block's total tells besides.</summary>
    public IEnumerable<Variable> Told => new[] { Wide, High, Low }.OfType<Variable>();

    public static IReadOnlyList<RunningBounds> Of(LoopNest nest, Loop loop, IEnumerable<Scan> scans)
    {
        var fresh = new FreshVariables(nest);
        return [.. scans.Select(scan => Of(loop, scan, fresh)).OfType<RunningBounds>()];
    }

    private static RunningBounds? Of(Loop loop, Scan scan, FreshVariables fresh)
    {
        Variable scanned = scan.Variable;
        if (scan is not { Operator: { } @operator, Restarts: false, Factor: null } || scanned.TypeText != scanned.Type.Keyword()
            || scanned.Type is not (ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.Single or ElementType.Double))
        {
            return null;
        }

        ElementType wide = scanned.Type.IsFloat() ? scanned.Type : ElementType.Int64;
        var bounds = new RunningBounds(scanned, @operator, Beside("Most", wide), Beside("Least", wide));
        if (@operator is ReductionOperator.Min or ReductionOperator.Max or ReductionOperator.LessFirst or ReductionOperator.GreaterFirst)
        {
            return bounds;
        }

        RunningTerm?[] terms = [.. LoopTree.Statements(loop.Body).OfType<Assign>()
            .Where(assign => assign.Target.Id == scanned.Id).Select(RunningTerm.Of)];
        if (@operator != ReductionOperator.Add || scanned.Type.IsFloat() || terms.Any(term => term is null))
        {
            return null;
        }

        var reach = new ValueRange(Total(terms, range => BigInteger.Min(range.Low, 0)), Total(terms, range => BigInteger.Max(range.High, 0)));
        if (!ValueRange.OfType(scanned.Type)!.Value.Holds(new ValueRange(reach.Low * s_longestBlock, reach.High * s_longestBlock)))
        {
            bounds = bounds with { Wide = Beside("Wide", ElementType.Int64) };
        }

        return reach.Low.IsZero || reach.High.IsZero ? bounds
            : bounds with { High = Beside("High", ElementType.Int64), Low = Beside("Low", ElementType.Int64) };

        Variable Beside(string suffix, ElementType type)
        {
            string name = fresh.Name(scanned.Name.TrimStart('@') + suffix);
            return new Variable(fresh.Id(), name, type, type.Keyword(), VariableKind.Local, name, null, ReadAfter: true);
        }
    }

    /// <summary>How far the sum has gone, at the end of an iteration.</summary>
    public IEnumerable<Statement> Extremes(SourceLocation location)
    {
        if (High is not null)
        {
            yield return Extreme(High, IntrinsicFunction.Max, location);
            yield return Extreme(Low!, IntrinsicFunction.Min, location);
        }
    }

    private Assign Extreme(Variable variable, IntrinsicFunction function, SourceLocation location)
    {
        Expression sum = new VariableRead(Sum);
        sum = sum.Type == ElementType.Int64 ? sum : new Conversion(ElementType.Int64, sum);
        var extreme = new IntrinsicCall(ElementType.Int64, function, EquatableArray.Of(new VariableRead(variable), sum));
        return new Assign(variable, extreme, location);
    }

    private static BigInteger Total(IEnumerable<RunningTerm?> terms, Func<ValueRange, BigInteger> part) =>
        terms.Aggregate(BigInteger.Zero, (sum, term) => sum + part(term!.Range));
}
