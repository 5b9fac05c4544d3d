namespace AutoPar.Generator.Diagnostics;

/// <summary>Every rule's id. Ids are never reused. Message arguments, in order, are listed behind each.</summary>
internal static class RuleIds
{
    // Usage.
    public const string NotPartial = "AP0001";              // type
    public const string UnsupportedSignature = "AP0002";    // method, reason
    public const string NoLoop = "AP0003";                  // method, attribute
    public const string SiblingExists = "AP0004";           // sibling
    public const string InvalidOption = "AP0005";           // option, value, what is allowed
    public const string RequirementNotMet = "AP0006";       // method, attribute, the refusal's message
    public const string NeverIntercepted = "AP0007";        // method, why (Info)
    public const string LanguageVersion = "AP0008";         // method, the project's language version
    public const string NoAsyncForm = "AP0009";             // method, reason
    public const string InvalidReduction = "AP0010";        // method, what is wrong

    // Races: shared state that two iterations touch, at least one writing.
    public const string RaceOnElement = "AP1001";           // array, source access, sink access, dependence in words
    public const string RaceOnScalar = "AP1002";            // variable, how it is carried
    public const string RaceOnField = "AP1003";             // field, how it is carried
    public const string RaceInCallee = "AP1004";            // callee, what it writes
    public const string UnsafeSharedObject = "AP1005";      // object, type, member
    public const string CapturedLoopVariable = "AP1006";  // variable, accesses
    public const string LockNotShared = "AP1007";         // place, accesses
    public const string OrderUnderLock = "AP1008";        // array, accesses
    public const string SplitUpdate = "AP1009";           // place, read and write
    public const string MayRace = "AP1010";               // place or call, why (Info)
    public const string BlockingInBody = "AP1011";        // the wait (Info)
    public const string LockOrder = "AP1012";             // lock, other lock, where
    public const string WholeBodyLocked = "AP1013";       // lock (Info)
    public const string FalseSharing = "AP1014";          // array, access (Info)

    // Not parallelized.
    public const string CarriedDependence = "AP2001";       // dependence in words, what would mend it
    public const string ScalarRecurrence = "AP2002";        // variable, why it isn't a reduction
    public const string UnknownEffects = "AP2003";          // expression, why
    public const string NotCounted = "AP2004";              // why the trip count is unknown
    public const string IndexAssigned = "AP2005";           // index
    public const string EarlyExit = "AP2006";               // break, return, …
    public const string NotLowered = "AP2007";              // construct
    public const string OrderVisible = "AP2008";            // what makes the order visible (volatile, lock, decimal)
    public const string NeedsTransformation = "AP2009";     // transformation that isn't available yet, why
    public const string NonAffineSubscript = "AP2010";      // access, why
    public const string FloatOrder = "AP2011";              // variable (Strict)
    public const string NotProfitable = "AP2012";           // why

    // Not vectorized.
    public const string LanesCarriedDependence = "AP2501";  // dependence in words, what would mend it
    public const string LanesScalarRecurrence = "AP2502";   // variable, why it isn't a reduction
    public const string LanesUnknownCall = "AP2503";        // call, why
    public const string LanesNotCounted = "AP2504";         // why
    public const string LanesIndexAssigned = "AP2505";      // index
    public const string LanesEarlyExit = "AP2506";          // break, return, …
    public const string LanesNotLowered = "AP2507";         // construct
    public const string LanesOrderVisible = "AP2508";       // what makes the order visible
    public const string LanesNeedsTransformation = "AP2509"; // transformation, why
    public const string LanesGatherScatter = "AP2510";      // access, why
    public const string LanesFloatOrder = "AP2511";         // variable (Strict)
    public const string LanesUnsupportedType = "AP2512";    // type, expression
    public const string LanesNotProfitable = "AP2514";      // why

    // Remarks.
    public const string Parallelized = "AP3001";            // loop, how
    public const string KeptSequential = "AP3002";          // loop, why (Strict float reductions)
    public const string Vectorized = "AP3501";              // loop, how
    public const string KeptScalar = "AP3502";              // loop, why

    /// <summary>Our own fault; the method runs as written.</summary>
    public const string InternalError = "AP9999";           // stage, message
}
