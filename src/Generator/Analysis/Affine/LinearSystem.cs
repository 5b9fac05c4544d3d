namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Integer equalities and inequalities, and the question whether they have a solution, which <see cref="OmegaTest"/>
/// answers exactly up to a budget.
/// </summary>
internal sealed class LinearSystem
{
    private readonly List<LinearRow> _rows;
    private Dictionary<string, int> _unknowns;
    private bool _sharesUnknowns;
    private int _fresh;

    public LinearSystem()
    {
        _unknowns = [];
        _rows = [];
    }

    private LinearSystem(LinearSystem other)
    {
        // Most copies add a constraint over the same unknowns.
        _unknowns = other._unknowns;
        _sharesUnknowns = other._sharesUnknowns = true;
        _rows = [.. other._rows];
        _fresh = other._fresh;
    }

    public LinearSystem Clone() => new(this);

    /// <summary>A new unknown that nothing else mentions.</summary>
    public string Fresh() => $"#{_fresh++}";

    public void AddEquality(LinearSum sum) => Add(sum, true);

    /// <summary>The sum is at least 0.</summary>
    public void AddAtLeastZero(LinearSum sum) => Add(sum, false);

    public Feasibility Feasibility() => OmegaTest.Decide(_rows, _unknowns.Count);

    /// <summary>A proof that there is no integer solution.</summary>
    public bool IsInfeasible() => Feasibility() == Affine.Feasibility.Infeasible;

    private void Add(LinearSum sum, bool isEquality)
    {
        foreach (string name in sum.Parts.Keys)
        {
            if (!_unknowns.ContainsKey(name))
            {
                Declare(name);
            }
        }

        long[] coefficients = new long[_unknowns.Count];
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            coefficients[_unknowns[part.Key]] = part.Value;
        }

        _rows.Add(new LinearRow(coefficients, sum.Constant, isEquality));
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
