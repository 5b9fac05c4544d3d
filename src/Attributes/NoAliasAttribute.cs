using System;

namespace AutoPar
{
    /// <summary>
    /// The array or span parameter shares no memory with any other parameter that the method's loops touch. It is
    /// checked at run time where that is cheap: a call that breaks the claim runs the method as written.
    /// </summary>
    [AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
    public sealed class NoAliasAttribute : Attribute
    {
    }
}
