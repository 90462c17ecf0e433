namespace SimLab.Model;

/// <summary>
/// Exponential, logarithm and power from additions, multiplications and divisions alone, which every processor rounds alike. Those of
/// <see cref="Math"/> come from the C library, whose result depends on the instructions that the processor has. Errors are below two
/// units in the last place for <see cref="Exp"/> and <see cref="Log"/>.
/// </summary>
/// <remarks>
/// Method of Tang (ACM Transactions on Mathematical Software 15, 1989, and 16, 1990): reduction to a small argument by a table, and a
/// short polynomial. The tables hold the nearest doubles. No product is added in one rounding (fused).
/// </remarks>
public static class PortableMath
{
    private const int Steps = 64;                                // of the table of powers, and as bits:
    private const int StepBits = 6, Mantissa = 52, Bias = 1023;

    private const double Shift = 6755399441055744.0;             // 1.5 · 2⁵²: adding it rounds to a whole number
    private const double StepsPerLog2 = 92.33248261689366;
    private const double Ln2StepHigh = 0.01083042469326756, Ln2StepLow = 2.9815858269852933e-12;
    private const double Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;
    private const double LargestExp = 709.782712893384, SmallestExp = -745.1332191019412;
    private const double Log10OfE = 0.4342944819032518;

    private const int Grid = 128, FirstCentre = 88;              // centres of the table of logarithms: 88/128 to 176/128
    private const long Below = 0x3FE6000000000000;               // 0.6875 = 88/128

    /// <summary>e to the power of x.</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < 708)) return ExpAtTheEdge(x);
        var (value, power) = Reduced(x);
        return value * BitConverter.Int64BitsToDouble((power + Bias) << Mantissa);
    }

    /// <summary>Natural logarithm; −∞ at 0, not a number below it.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        if ((ulong)(bits - (1L << Mantissa)) >= 0x7FE0000000000000) return LogAtTheEdge(x);
        return LogOf(bits, 0);
    }

    /// <summary>Logarithm to the base of ten.</summary>
    public static double Log10(double x) => Log(x) * Log10OfE;

    /// <summary>
    /// x to the power of y, for x from 0 up; not a number below. As e to the power of y log x, so that the error grows to
    /// |y log x| units in the last place; exact for y = 0 and y = 1, and for x = 1.
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (y == 1) return x;
        return x == 0 ? (y > 0 ? 0 : y < 0 ? double.PositiveInfinity : double.NaN) : Exp(y * Log(x));
    }

    // e^x = 2^(whole + step/64) · e^r with |r| ≤ ln 2/128: the first factor without its whole part, times the second; and the whole part.
    private static (double Value, long Power) Reduced(double x)
    {
        var shifted = x * StepsPerLog2 + Shift;
        var steps = shifted - Shift;
        var number = BitConverter.DoubleToInt64Bits(shifted) - BitConverter.DoubleToInt64Bits(Shift);
        var r = x - steps * Ln2StepHigh - steps * Ln2StepLow;
        var square = r * r;
        var rest = r + square * (1.0 / 2 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
        var factor = Powers[(int)(number & (Steps - 1))];
        return (factor + factor * rest, number >> StepBits);
    }

    private static double ExpAtTheEdge(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > LargestExp) return double.PositiveInfinity;
        if (x < SmallestExp) return 0;
        var (value, power) = Reduced(x);
        // In two steps, because the power alone may be out of range; the last one rounds to a subnormal number where it has to.
        var half = power / 2;
        return value * BitConverter.Int64BitsToDouble((half + Bias) << Mantissa)
            * BitConverter.Int64BitsToDouble((power - half + Bias) << Mantissa);
    }

    private static double LogAtTheEdge(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (!(x > 0)) return double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        return LogOf(BitConverter.DoubleToInt64Bits(x * (1L << Mantissa)), -Mantissa);      // subnormal
    }

    // x = 2^power · z with z from 0.6875 to 1.375; z = centre · (1 + f/centre), and log(1 + f/centre) = 2 artanh(f/(2 centre + f)).
    private static double LogOf(long bits, int power)
    {
        var offset = bits - Below;
        power += (int)(offset >> Mantissa);
        var z = BitConverter.Int64BitsToDouble(bits - (offset & unchecked((long)0xFFF0000000000000)));
        var nearest = (int)(z * Grid + 0.5);
        var centre = nearest / (double)Grid;
        var f = z - centre;
        var u = f / (centre + 0.5 * f);
        var square = u * u;
        var series = u + u * square * (1.0 / 12 + square * (1.0 / 80 + square * (1.0 / 448)));
        var at = nearest - FirstCentre;
        return power * Ln2High + LogsHigh[at] + (series + (power * Ln2Low + LogsLow[at]));
    }

    // 2^(i/64).
    private static ReadOnlySpan<double> Powers =>
    [
        1.0, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284, 1.0442737824274138, 1.0556451783605572,
        1.0671404006768237, 1.0787607977571199, 1.0905077326652577, 1.102382583307841, 1.1143867425958924, 1.1265216186082418,
        1.1387886347566916, 1.1511892299529827, 1.1637248587775775, 1.1763969916502812, 1.189207115002721, 1.202156731452703,
        1.215247359980469, 1.22848053610687, 1.241857812073484, 1.255380757024691, 1.2690509571917332, 1.2828700160787783,
        1.2968395546510096, 1.3109612115247644, 1.3252366431597413, 1.339667524053303, 1.3542555469368927, 1.3690024229745905,
        1.383909881963832, 1.3989796725383112, 1.4142135623730951, 1.42961333839197, 1.4451808069770467, 1.460917794180647,
        1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384, 1.5422108254079407, 1.559004400237837,
        1.5759808451078865, 1.593142151342267, 1.6104903319492543, 1.6280274218573478, 1.645755478153965, 1.6636765803267364,
        1.681792830507429, 1.7001063537185235, 1.718619298122478, 1.7373338352737062, 1.7562521603732995, 1.7753764925265212,
        1.7947090750031072, 1.8142521755003989, 1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656,
        1.9152065613971474, 1.9360617934922943, 1.9571441241754002, 1.978456026387951,
    ];

    // Logarithm of (88 + i)/128: to 42 places after the point, so that a multiple of ln 2 is added without error; and the rest.
    private static ReadOnlySpan<double> LogsHigh =>
    [
        -0.3746934494413381, -0.36339389418753854, -0.35222059358943625, -0.3411707574027787, -0.33024168687052224,
        -0.3194307707663029, -0.30873548164959175, -0.29815337231912054, -0.28768207245184385, -0.27731928541629713,
        -0.2670627852489815, -0.25691041378513546, -0.2468600779316148, -0.2369097470784709, -0.22705745063535687,
        -0.21730127569003344, -0.20763936477828793, -0.19806991376208316, -0.18859116980752333, -0.17920142945763473,
        -0.16989903679541385, -0.16068238169054894, -0.151549898127314, -0.14250006260726877, -0.13353139262449076,
        -0.12464244520720058, -0.11583181552509814, -0.10709813555627079, -0.09844007281321865, -0.08985632912185793,
        -0.08134563945395712, -0.07290677080800378, -0.0645385211375924, -0.05623971832278585, -0.04800921918626955,
        -0.039845908547249564, -0.03174869831468641, -0.023716526617363343, -0.01574835696806076, -0.007843177460927109, 0,
        0.0077821404420319595, 0.015504186535963527, 0.023167059281604452, 0.03077165866670839, 0.03831886430202758,
        0.0458095360313564, 0.053244514518837605, 0.06062462181648698, 0.06795066190852594, 0.07522342123752424,
        0.08244366921098845, 0.08961215868976069, 0.09672962645845473, 0.10379679368156758, 0.11081436634026431,
        0.11778303565643, 0.1247034785010328, 0.13157635778861732, 0.13840232285906495, 0.14518200984457508, 0.15191604202573217,
        0.15860503017665906, 0.16524957289539088, 0.17185025692674571, 0.17840765747291698, 0.18492233849406148,
        0.19139485299956505, 0.19782574332998593, 0.2042155414287663, 0.21056476910735, 0.21687393830052315, 0.22314355131425145,
        0.22937410106487732, 0.23556607131286, 0.2417199368871934, 0.2478361639045943, 0.25391520998095984, 0.25995752443691345,
        0.2659635484972114, 0.2719337154835557, 0.27786845100354185, 0.28376817313073843, 0.28963329258294834,
        0.2954642128938758, 0.3012613305781997, 0.30702503529482783, 0.31275571000378477, 0.31845373111855224,
    ];

    private static ReadOnlySpan<double> LogsLow =>
    [
        -7.260466149925637e-14, 6.120773136055512e-14, 8.414918193489195e-14, 1.156568624616423e-14, -5.4612144489920215e-14,
        -5.834357420090924e-14, -2.1522127491642888e-14, 4.4204083338755686e-14, 6.292357389008195e-14, 6.279055732660844e-14,
        -6.371947269815667e-14, 1.0822171646799124e-13, 8.899851356560444e-14, 1.1318526912023687e-13, 1.078736749871691e-14,
        5.204008743405884e-14, 4.3425422595242564e-14, -1.0634128304268335e-14, -2.6693431578015818e-14, -7.626153677429339e-14,
        1.6376276414097503e-14, 7.547106028244807e-14, 1.1307104809870373e-13, -1.4256439478199035e-14, -3.1859736349078334e-14,
        -7.601671269852866e-14, -2.3568822182038756e-14, -9.631011033519217e-14, -3.3871241029241416e-14,
        -3.1218748807418837e-15, 4.713370778300984e-15, -8.399594274044337e-14, 2.1225608044809997e-14, -9.023009281142904e-14,
        -9.106054379130929e-14, 4.9893776716773285e-14, 1.0610652735224087e-13, 4.730054772033249e-14, -7.840703382506278e-14,
        -9.878410481031469e-14, 0, 2.298941004620351e-14, 1.7274567499706107e-15, -7.007359704310036e-14, 4.529814257790929e-14,
        1.0902154302203302e-13, -6.219834199475792e-14, -2.532168943117445e-14, -5.213620639136504e-14, -1.8195060030168815e-14,
        6.329065958724544e-14, 8.614512936087814e-14, -7.355770219435029e-14, 9.638067658552277e-14, 7.598636597194141e-14,
        2.5799991283069902e-14, -4.654729747598445e-14, -7.556920687451337e-14, 1.0195735223708473e-13, 5.4183331379008994e-14,
        -7.718001336828099e-14, 1.0980754099855238e-13, -2.0472357800461955e-14, -8.372091099235912e-14, -8.649239607212071e-14,
        -9.86835038673495e-14, -4.9485167661250996e-14, 6.440856150696892e-14, -6.604544877082384e-14, -7.540916511956189e-14,
        -3.6507188831790577e-16, 9.120937249914984e-14, -4.169796584527195e-14, -3.149265065191484e-14, -9.30945949519689e-14,
        -4.8230289429940886e-14, -1.3029797173308663e-14, 3.600176732637335e-15, 1.2621729398885316e-14, -7.343591369867797e-14,
        8.604306772808733e-14, -8.554360006566322e-14, -9.3834172236637e-14, 9.43339818951269e-14, -3.993416384387844e-14,
        -3.7923164802093147e-14, 8.403156304792425e-14, 1.1211800740360982e-13, -1.7625431312172662e-14,
    ];
}
