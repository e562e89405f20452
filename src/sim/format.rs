//! The formatting of `printf`, as C has it. Arguments lie in memory one after the other, each at a multiple of its size.

/// Memory that arguments and strings are read from.
pub trait Values {
    /// `len` bytes at `address`.
    ///
    /// # Errors
    /// Where nothing is, in words.
    fn bytes(&self, address: u64, len: usize) -> Result<&[u8], String>;
    /// The zero-terminated string at `address`.
    ///
    /// # Errors
    /// As [`Values::bytes`].
    fn string(&self, address: u64) -> Result<String, String>;
}

/// How one value is written.
#[derive(Debug, Clone, Copy, Default)]
struct Spec {
    left: bool,
    plus: bool,
    space: bool,
    hash: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

/// No field is wider than this.
const MAX_WIDTH: usize = 4096;

/// The arguments that are left.
struct Args<'a, V> {
    values: &'a V,
    at: u64,
}

impl<V: Values> Args<'_, V> {
    /// The next argument of `size` bytes, a power of two.
    fn next(&mut self, size: u64) -> Result<u64, String> {
        let at = self.at.checked_next_multiple_of(size);
        let at = at.ok_or("an argument of printf at the end of the address space")?;
        self.at = at.wrapping_add(size);
        let mut raw = [0; 8];
        raw[..size as usize].copy_from_slice(self.values.bytes(at, size as usize)?);
        Ok(u64::from_le_bytes(raw))
    }
}

/// The text of `printf` with the format at `format` and the arguments at `args`, and how many arguments it took.
///
/// # Errors
/// A string or an argument where no memory is.
pub fn printf<V: Values>(values: &V, format: u64, args: u64) -> Result<(String, u64), String> {
    let format = values.string(format)?;
    let mut args = Args { values, at: args };
    let (mut out, mut count) = (String::new(), 0);
    let mut rest = format.as_str();
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let (spec, size, letter, after) = specification(&rest[at + 1..], &mut args)?;
        match letter {
            None => {
                // Not a conversion: as it stands.
                out.push('%');
                rest = &rest[at + 1..];
                continue;
            }
            Some('%') => out.push('%'),
            Some(letter) => {
                one(&mut out, &mut args, spec, size, letter)?;
                count += 1;
            }
        }
        rest = after;
    }
    out.push_str(rest);
    Ok((out, count))
}

/// Reads flags, width, precision, size and letter.
fn specification<'t, V: Values>(
    text: &'t str,
    args: &mut Args<'_, V>,
) -> Result<(Spec, u64, Option<char>, &'t str), String> {
    let mut spec = Spec::default();
    let mut rest = text;
    let take = |rest: &mut &'t str, mark: char| {
        let cut = rest.strip_prefix(mark);
        *rest = cut.unwrap_or(rest);
        cut.is_some()
    };
    loop {
        if take(&mut rest, '-') {
            spec.left = true;
        } else if take(&mut rest, '+') {
            spec.plus = true;
        } else if take(&mut rest, ' ') {
            spec.space = true;
        } else if take(&mut rest, '#') {
            spec.hash = true;
        } else if take(&mut rest, '0') {
            spec.zero = true;
        } else {
            break;
        }
    }
    if take(&mut rest, '*') {
        let width = args.next(4)? as u32 as i32;
        spec.left |= width < 0;
        spec.width = width.unsigned_abs() as usize;
    } else {
        spec.width = digits(&mut rest);
    }
    if take(&mut rest, '.') {
        spec.precision = if take(&mut rest, '*') {
            usize::try_from(args.next(4)? as u32 as i32).ok()
        } else {
            Some(digits(&mut rest))
        };
    }
    spec.width = spec.width.min(MAX_WIDTH);
    spec.precision = spec.precision.map(|precision| precision.min(MAX_WIDTH));
    let mut size = 4;
    loop {
        if take(&mut rest, 'l')
            || take(&mut rest, 'z')
            || take(&mut rest, 'j')
            || take(&mut rest, 't')
        {
            size = 8;
        } else if take(&mut rest, 'h') {
            size = size.min(4) / 2;
        } else {
            break;
        }
    }
    let letter = rest
        .chars()
        .next()
        .filter(|letter| "%diouxXcspfFeEgGaA".contains(*letter));
    let after = letter.map_or(rest, |letter| &rest[letter.len_utf8()..]);
    Ok((spec, size.max(1), letter, after))
}

fn digits(rest: &mut &str) -> usize {
    let end = rest
        .find(|mark: char| !mark.is_ascii_digit())
        .unwrap_or(rest.len());
    let value = rest[..end]
        .parse()
        .unwrap_or(if end == 0 { 0 } else { MAX_WIDTH });
    *rest = &rest[end..];
    value
}

/// Appends one value.
fn one<V: Values>(
    out: &mut String,
    args: &mut Args<'_, V>,
    spec: Spec,
    size: u64,
    letter: char,
) -> Result<(), String> {
    match letter {
        'd' | 'i' => {
            // What is shorter than an `int` is passed as one.
            let value = args.next(size.max(4))?;
            let shift = 64 - 8 * size as u32;
            let value = ((value << shift) as i64) >> shift;
            let sign = if value < 0 { "-" } else { sign(spec) };
            integer(out, spec, sign, value.unsigned_abs().to_string());
        }
        'o' | 'u' | 'x' | 'X' => {
            let value = args.next(size.max(4))?;
            let shift = 64 - 8 * size as u32;
            let value = value << shift >> shift;
            let (prefix, text) = match letter {
                'o' if spec.hash && value != 0 => ("0", format!("{value:o}")),
                'o' => ("", format!("{value:o}")),
                'x' if spec.hash && value != 0 => ("0x", format!("{value:x}")),
                'x' => ("", format!("{value:x}")),
                'X' if spec.hash && value != 0 => ("0X", format!("{value:X}")),
                'X' => ("", format!("{value:X}")),
                _ => ("", value.to_string()),
            };
            integer(out, spec, prefix, text);
        }
        'c' => {
            let value = char::from(args.next(4)? as u8);
            pad(out, spec, "", &value.to_string(), false);
        }
        's' => {
            let address = args.next(8)?;
            let text = if address == 0 {
                "(null)".to_owned()
            } else {
                args.values.string(address)?
            };
            let keep = spec.precision.unwrap_or(usize::MAX);
            let cut: String = text.chars().take(keep).collect();
            pad(out, spec, "", &cut, false);
        }
        'p' => {
            let value = args.next(8)?;
            let text = if value == 0 {
                "(nil)".to_owned()
            } else {
                format!("{value:#x}")
            };
            pad(out, spec, "", &text, false);
        }
        _ => float(out, spec, letter, f64::from_bits(args.next(8)?)),
    }
    Ok(())
}

fn sign(spec: Spec) -> &'static str {
    if spec.plus {
        "+"
    } else if spec.space {
        " "
    } else {
        ""
    }
}

/// Digits with their precision, then their field.
fn integer(out: &mut String, spec: Spec, prefix: &str, mut text: String) {
    if let Some(precision) = spec.precision {
        if precision == 0 && text == "0" {
            text.clear();
        }
        while text.len() < precision {
            text.insert(0, '0');
        }
    }
    pad(
        out,
        spec,
        prefix,
        &text,
        spec.zero && spec.precision.is_none(),
    );
}

/// Appends a field: blanks before it, after it, or zeros between prefix and text.
fn pad(out: &mut String, spec: Spec, prefix: &str, text: &str, zeros: bool) {
    let fill = spec
        .width
        .saturating_sub(prefix.len() + text.chars().count());
    if spec.left {
        out.push_str(prefix);
        out.push_str(text);
        out.extend(std::iter::repeat_n(' ', fill));
    } else if zeros {
        out.push_str(prefix);
        out.extend(std::iter::repeat_n('0', fill));
        out.push_str(text);
    } else {
        out.extend(std::iter::repeat_n(' ', fill));
        out.push_str(prefix);
        out.push_str(text);
    }
}

fn float(out: &mut String, spec: Spec, letter: char, value: f64) {
    let prefix = if value.is_sign_negative() {
        "-"
    } else {
        sign(spec)
    };
    let size = value.abs();
    let text = if value.is_nan() {
        "nan".to_owned()
    } else if value.is_infinite() {
        "inf".to_owned()
    } else {
        let precision = spec.precision.unwrap_or(6);
        match letter.to_ascii_lowercase() {
            'f' => {
                let dot = if spec.hash && precision == 0 { "." } else { "" };
                format!("{size:.precision$}{dot}")
            }
            'e' => exponential(size, precision, spec.hash),
            'g' => general(size, precision.max(1), spec.hash),
            _ => hexadecimal(size, spec.precision, spec.hash),
        }
    };
    let text = if letter.is_ascii_uppercase() {
        text.to_uppercase()
    } else {
        text
    };
    pad(out, spec, prefix, &text, spec.zero && value.is_finite());
}

/// `1.500000e+00`: at least two digits of exponent.
fn exponential(value: f64, precision: usize, dot: bool) -> String {
    let text = format!("{value:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let dot = if dot && precision == 0 { "." } else { "" };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}{dot}e{sign}{:02}", exponent.abs())
}

/// `%g`: the shorter of the two, without zeros at the end.
fn general(value: f64, precision: usize, keep: bool) -> String {
    let scientific = format!("{value:.*e}", precision - 1);
    let exponent = scientific
        .split_once('e')
        .and_then(|(_, exponent)| exponent.parse().ok())
        .unwrap_or(0);
    let trim = |text: String| {
        if keep || !text.contains('.') {
            text
        } else {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    if exponent < -4 || exponent >= precision as i32 {
        let text = exponential(value, precision - 1, keep);
        match text.split_once('e') {
            Some((mantissa, exponent)) => format!("{}e{exponent}", trim(mantissa.to_owned())),
            None => text,
        }
    } else {
        let digits = (precision as i32 - 1 - exponent) as usize;
        let dot = if keep && digits == 0 { "." } else { "" };
        trim(format!("{value:.digits$}{dot}"))
    }
}

/// `0x1.8p+0`.
fn hexadecimal(value: f64, precision: Option<usize>, dot: bool) -> String {
    let bits = value.to_bits();
    let (field, mut fraction) = (bits >> 52 & 0x7ff, bits & ((1 << 52) - 1));
    let mut lead = u64::from(field != 0);
    let exponent = match field {
        0 if fraction == 0 => 0,
        0 => -1022,
        _ => field as i64 - 1023,
    };
    let mut digits = 13;
    if let Some(precision) = precision.filter(|&precision| precision < 13) {
        // To nearest, ties to even.
        let drop = 4 * (13 - precision) as u32;
        let whole = lead << 52 | fraction;
        let (kept, lost) = (whole >> drop, whole & ((1 << drop) - 1));
        let half = 1 << (drop - 1);
        let kept = kept + u64::from(lost > half || lost == half && kept & 1 == 1);
        lead = kept >> (4 * precision);
        fraction = kept & ((1 << (4 * precision)) - 1);
        digits = precision;
    }
    let mut text = if digits == 0 {
        String::new()
    } else {
        format!("{fraction:0digits$x}")
    };
    match precision {
        None => text.truncate(text.trim_end_matches('0').len()),
        Some(precision) => {
            while text.len() < precision {
                text.push('0');
            }
        }
    }
    let point = if text.is_empty() && !dot { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("0x{lead}{point}{text}p{sign}{}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Flat(Vec<u8>);

    impl Values for Flat {
        fn bytes(&self, address: u64, len: usize) -> Result<&[u8], String> {
            let start = address as usize;
            self.0
                .get(start..start + len)
                .ok_or_else(|| "outside".to_owned())
        }

        fn string(&self, address: u64) -> Result<String, String> {
            let rest = self.0.get(address as usize..).ok_or("outside")?;
            let end = rest.iter().position(|&byte| byte == 0).ok_or("endless")?;
            Ok(String::from_utf8_lossy(&rest[..end]).into_owned())
        }
    }

    /// Formats with 8-byte arguments, which are aligned for every type.
    fn print(format: &str, args: &[u64]) -> String {
        let mut memory: Vec<u8> = args.iter().flat_map(|arg| arg.to_le_bytes()).collect();
        let at = memory.len() as u64;
        memory.extend_from_slice(format.as_bytes());
        memory.push(0);
        printf(&Flat(memory), at, 0).expect("inside").0
    }

    #[test]
    fn values_look_as_in_c() {
        let f = |value: f64| value.to_bits();
        let cases: &[(&str, u64, &str)] = &[
            ("%d|", -5i64 as u64, "-5|"),
            ("%5d|", 42, "   42|"),
            ("%-5d|", 42, "42   |"),
            ("%05d|", -42i64 as u64, "-0042|"),
            ("%+d", 7, "+7"),
            ("%.3d", 7, "007"),
            ("%u", u64::MAX, "4294967295"),
            ("%lu", u64::MAX, "18446744073709551615"),
            ("%#x", 255, "0xff"),
            ("%08X", 0xbeef, "0000BEEF"),
            ("%o", 8, "10"),
            ("%hhd", 0xff, "-1"),
            ("%c%%", 65, "A%"),
            ("%f", f(1.5), "1.500000"),
            ("%.2f", f(2.675), "2.67"),
            ("%8.3f|", f(-2.5), "  -2.500|"),
            ("%08.3f|", f(-2.5), "-002.500|"),
            ("%e", f(12345.678), "1.234568e+04"),
            ("%.0e", f(1e-7), "1e-07"),
            ("%g", f(0.0001), "0.0001"),
            ("%g", f(1e-5), "1e-05"),
            ("%g", f(1234567.0), "1.23457e+06"),
            ("%g", f(100.0), "100"),
            ("%a", f(1.5), "0x1.8p+0"),
            ("%a", f(0.0), "0x0p+0"),
            ("%.1a", f(1.03125), "0x1.0p+0"),
            ("%f", f(f64::INFINITY), "inf"),
            ("%5.1f|", f(f64::NAN), "  nan|"),
            ("%p", 0x10, "0x10"),
            ("100%", 0, "100%"),
        ];
        for (format, arg, expected) in cases {
            assert_eq!(print(format, &[*arg]), *expected, "{format}");
        }
    }

    #[test]
    fn a_star_takes_the_width_from_the_arguments() {
        // Two ints share eight bytes.
        let (width, value) = (6u64, 42u64);
        assert_eq!(print("%*d|", &[value << 32 | width]), "    42|");
    }
}
