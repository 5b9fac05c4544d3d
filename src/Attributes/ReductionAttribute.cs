using System;

namespace AutoPar
{
    /// <summary>
    /// The static method or operator combines two values into one and is associative: <c>f(f(a, b), c)</c> equals
    /// <c>f(a, f(b, c))</c>. It takes two values of one type and returns one of that type. A parallel loop that updates a local by it,
    /// <c>s = f(s, x)</c>, <c>s = s + x</c> or <c>s += x</c>, and uses the local in no other way, is cut into blocks whose
    /// values are combined in order. So the operator need not be commutative, and the result doesn't depend on the number of threads.
    /// </summary>
    /// <remarks>
    /// The claim is trusted. Where it holds only but for rounding, the result is another one than the loop's as written, always the
    /// same, by the trip count; <see cref="FloatMode.Strict"/> doesn't allow that.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    public sealed class ReductionAttribute : Attribute
    {
        /// <summary>
        /// The static field or property, of the method's own type, whose value <c>e</c> leaves others as they are:
        /// <c>f(e, a)</c> and <c>f(a, e)</c> equal <c>a</c>. Not set: <c>default</c>.
        /// </summary>
        public string? Identity { get; set; }
    }
}
