namespace AutoPar.Runtime;

/// <summary>What the iterations of a loop update elements of an array with: exact in any order.</summary>
public enum ArrayOperator
{
    /// <summary>Sums that wrap.</summary>
    Add,

    /// <summary>Products that wrap.</summary>
    Multiply,

    /// <summary>Bitwise and.</summary>
    And,

    /// <summary>Bitwise or.</summary>
    Or,

    /// <summary>Bitwise exclusive or.</summary>
    Xor,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,
}
