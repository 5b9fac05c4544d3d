namespace AutoPar
{
    /// <summary>How the iterations of a parallel loop are handed to threads.</summary>
    public enum Schedule
    {
        /// <summary>Chosen from the loop's body and trip count.</summary>
        Auto = 0,

        /// <summary>Equal contiguous chunks, fixed before the loop starts.</summary>
        Static = 1,

        /// <summary>Chunks of one size, taken by whichever thread is free.</summary>
        Dynamic = 2,

        /// <summary>Chunks that shrink as the loop nears its end, taken by whichever thread is free.</summary>
        Guided = 3,
    }
}
