using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// The Omega test (Pugh 1991): equalities are solved, unknowns eliminated, exactly where a shadow is exact, otherwise by
/// the dark shadow and splinters. It subsumes the ZIV, SIV, GCD and Banerjee tests, which are its first steps.
/// </summary>
internal sealed class OmegaTest(int unknowns)
{
    // Elimination can square the number of constraints at every step; beyond this it gives up.
    private const int MostConstraints = 400;

    // Constraints that dark shadows and splinters may make: a few milliseconds.
    private const int MostWork = 4000;

    private int _work = MostWork;

    public static Feasibility Decide(IEnumerable<LinearRow> rows, int unknowns)
    {
        try
        {
            return new OmegaTest(unknowns).Decide([.. rows]);
        }
        catch (OverflowException)
        {
            return Feasibility.Unknown;
        }
    }

    private Feasibility Decide(List<LinearRow> rows)
    {
        while (true)
        {
            if (Simplify(rows))
            {
                return Feasibility.Infeasible;
            }

            if (rows.Count == 0)
            {
                return Feasibility.Feasible;
            }

            if (rows.Count > MostConstraints)
            {
                return Feasibility.Unknown;
            }

            Elimination elimination = Elimination.Exact(rows, unknowns);
            if (!elimination.IsExact)
            {
                return IsEmptyForReals([.. rows]) ? Feasibility.Infeasible : Divide(elimination);
            }

            rows = elimination.RealShadow();
        }
    }

    /// <summary>Between the two shadows: the dark one is enough for a yes, all splinters too for a no.</summary>
    private Feasibility Divide(Elimination elimination)
    {
        _work -= elimination.Cost;
        if (_work < 0)
        {
            return Feasibility.Unknown;
        }

        Feasibility answer = Decide(elimination.DarkShadow());
        if (answer == Feasibility.Feasible)
        {
            return answer;
        }

        foreach (List<LinearRow> splinter in elimination.Splinters())
        {
            _work -= splinter.Count;
            if (_work < 0)
            {
                return Feasibility.Unknown;
            }

            Feasibility part = Decide(splinter);
            if (part == Feasibility.Feasible)
            {
                return part;
            }

            answer = part == Feasibility.Unknown ? part : answer;
        }

        return answer;
    }

    /// <summary>Fourier-Motzkin elimination with rounding to integers: a yes is a proof, and cheap.</summary>
    private bool IsEmptyForReals(List<LinearRow> rows)
    {
        while (rows.Count is > 0 and <= MostConstraints)
        {
            rows = Elimination.Cheapest(rows, unknowns).RealShadow();
            if (Simplify(rows))
            {
                return true;
            }
        }

        return false;
    }

    private bool Simplify(List<LinearRow> rows)
    {
        do
        {
            Work.Spend(1 + (rows.Count * (unknowns + 1) / 8));
            if (EqualityElimination.Run(rows) || Inequalities.Normalize(rows))
            {
                return true;
            }
        }
        while (rows.Exists(row => row.IsEquality));

        return false;
    }
}
