using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Integer equalities and inequalities, and the question whether they have a solution, which <see cref="OmegaTest"/>
/// answers exactly up to a budget.
/// </summary>
internal sealed class LinearSystem
{
    // Each alternative doubles the work; further ones are left out.
    private const int MostAlternatives = 4;

    private readonly List<LinearRow> _rows;
    private readonly List<(LinearRow[] One, LinearRow[] Other)> _alternatives;
    private Dictionary<string, int> _unknowns;
    private bool _sharesUnknowns;
    private int _fresh;

    public LinearSystem()
    {
        _unknowns = [];
        _rows = [];
        _alternatives = [];
    }

    private LinearSystem(LinearSystem other)
    {
        Work.Spend(other._rows.Count);
        // Most copies add a constraint over the same unknowns.
        _unknowns = other._unknowns;
        _sharesUnknowns = other._sharesUnknowns = true;
        _rows = [.. other._rows];
        _alternatives = [.. other._alternatives];
        _fresh = other._fresh;
    }

    public IEnumerable<string> Unknowns => _unknowns.Keys;

    public LinearSystem Clone() => new(this);

    /// <summary>A new unknown that nothing else mentions.</summary>
    public string Fresh() => $"#{_fresh++}";

    public void AddEquality(LinearSum sum) => _rows.Add(Row(sum, true));

    /// <summary>The sum is at least 0.</summary>
    public void AddAtLeastZero(LinearSum sum) => _rows.Add(Row(sum, false));

    /// <summary>All sums of one group or all of the other are at least 0.</summary>
    public void AddEither(IEnumerable<LinearSum> one, IEnumerable<LinearSum> other) =>
        _alternatives.Add(([.. one.Select(sum => Row(sum, false))], [.. other.Select(sum => Row(sum, false))]));

    public Feasibility Feasibility() => Feasibility(_rows, 0);

    /// <summary>A proof that there is no integer solution.</summary>
    public bool IsInfeasible() => Feasibility() == Affine.Feasibility.Infeasible;

    /// <summary>Values that satisfy it, small ones, the named unknowns' first; null when none were found.</summary>
    public IReadOnlyDictionary<string, long>? Witness(params IEnumerable<string> order) => WitnessFinder.Find(this, order);

    private Feasibility Feasibility(List<LinearRow> rows, int alternative)
    {
        Feasibility answer = OmegaTest.Decide(rows, _unknowns.Count);
        if (answer == Affine.Feasibility.Infeasible || alternative == _alternatives.Count)
        {
            return answer;
        }

        if (alternative == MostAlternatives)
        {
            return Affine.Feasibility.Unknown;
        }

        (LinearRow[] one, LinearRow[] other) = _alternatives[alternative];
        answer = Feasibility([.. rows, .. one], alternative + 1);
        return answer == Affine.Feasibility.Feasible ? answer
            : Feasibility([.. rows, .. other], alternative + 1) is var second && second == Affine.Feasibility.Infeasible ? answer
            : second;
    }

    private LinearRow Row(LinearSum sum, bool isEquality)
    {
        foreach (string name in sum.Parts.Keys)
        {
            if (!_unknowns.ContainsKey(name))
            {
                Declare(name);
            }
        }

        Work.Spend(_unknowns.Count);
        long[] coefficients = new long[_unknowns.Count];
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            coefficients[_unknowns[part.Key]] = part.Value;
        }

        return new LinearRow(coefficients, sum.Constant, isEquality);
    }

    private void Declare(string name)
    {
        if (_sharesUnknowns)
        {
            _unknowns = new(_unknowns);
            _sharesUnknowns = false;
        }

        _unknowns.Add(name, _unknowns.Count);
    }
}
