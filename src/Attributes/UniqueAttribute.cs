using System;

namespace AutoPar
{
    /// <summary>
    /// The elements of the array or span parameter are all different: indexes that never repeat, or references to
    /// different objects. The claim is trusted.
    /// </summary>
    [AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
    public sealed class UniqueAttribute : Attribute
    {
    }
}
