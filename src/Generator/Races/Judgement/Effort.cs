namespace AutoPar.Generator.Races.Judgement;

/// <summary>How many linear systems may still be solved for one method. What is left when it is spent stays unknown.</summary>
internal sealed class Effort(int most)
{
    private int _left = most;

    public bool Spend(int number = 1) => (_left -= number) >= 0;
}
