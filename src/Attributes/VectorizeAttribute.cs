using System;

namespace AutoPar
{
    /// <summary>
    /// Asks the compiler for a SIMD form of a loop method. On a scalar method (numbers in, one number out, no array)
    /// it makes a universal function: overloads of the same name over spans.
    /// </summary>
    /// <remarks>
    /// The containing types must be <c>partial</c>. Two siblings are generated: <c>XVectorized</c>, and
    /// <c>XSequential</c>, which runs the method exactly as written.
    /// <para>
    /// A universal function's parameters are each a <c>ReadOnlySpan</c> or a scalar, and the last is a <c>Span</c> for the
    /// results. Up to four parameters there is an overload for every choice; with more, those where all are spans, one is
    /// a scalar, or one is a span.
    /// </para>
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    public sealed class VectorizeAttribute : Attribute
    {
        /// <summary>Whether calls to the method are redirected to the generated form. Default: <see langword="true"/>.</summary>
        public bool Intercept { get; set; } = true;

        /// <summary>Makes "not vectorized" a build error instead of a warning. Default: <see langword="false"/>.</summary>
        public bool Require { get; set; }

        /// <summary>What a generated form may do to floating-point arithmetic.</summary>
        public FloatMode FloatMode { get; set; } = FloatMode.Reproducible;
    }
}
