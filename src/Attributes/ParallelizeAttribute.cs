using System;

namespace AutoPar
{
    /// <summary>
    /// Asks the compiler for a multi-threaded form of a loop method. The generated form gives what the method as
    /// written gives, or it isn't generated and a diagnostic (AP20xx) says why.
    /// </summary>
    /// <remarks>
    /// The containing types must be <c>partial</c>. Two siblings are generated (a third with <see cref="Async"/>): <c>XParallel</c>, and
    /// <c>XSequential</c>, which runs the method exactly as written.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    public sealed class ParallelizeAttribute : Attribute
    {
        /// <summary>Whether calls to the method are redirected to the generated form. Default: <see langword="true"/>.</summary>
        public bool Intercept { get; set; } = true;

        /// <summary>Makes "not parallelized" a build error instead of a warning. Default: <see langword="false"/>.</summary>
        public bool Require { get; set; }

        /// <summary>What a generated form may do to floating-point arithmetic.</summary>
        public FloatMode FloatMode { get; set; } = FloatMode.Reproducible;

        /// <summary>How iterations are handed to threads.</summary>
        public Schedule Schedule { get; set; } = Schedule.Auto;

        /// <summary>Iterations per chunk; 0 (the default) lets the runtime choose. Negative values are a build error.</summary>
        public int ChunkSize { get; set; }

        /// <summary>
        /// The most threads that work on one call, the calling thread included; 0 (the default) means no limit of its
        /// own, so that <c>AutoParOptions.MaxDegreeOfParallelism</c> decides. −1 means all processors, −2 all but one and
        /// so on, but at least one; what <c>AutoParOptions</c> allows is never exceeded.
        /// </summary>
        public int MaxDegreeOfParallelism { get; set; }

        /// <summary>
        /// Asks for a further sibling, <c>XAsync</c>: the parameters of the method, then an optional <c>IProgress&lt;double&gt;</c> and,
        /// unless the method has one, an optional <c>CancellationToken</c>; it returns a <c>Task</c> of the method's result. Default: <see langword="false"/>.
        /// </summary>
        public bool Async { get; set; }
    }
}
