//! One division, root, power, logarithm, sine … by the instruction of the special function unit.

use super::super::address::{Constant, Float, Name};
use super::super::error::Skip;
use super::super::raw::{Build, Inst, Opcode, Val};
use super::Variant;

/// How a result is found instead, from the operands of the instruction that is replaced.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    /// An intrinsic of as many arguments; whether it is overloaded with the type.
    Call(&'static str, bool),
    /// `2^(x factor)`.
    Power(f64),
    /// `log2(x) factor`.
    Logarithm(f64),
    /// `2^(log2(x) y)`.
    PowerOf,
}

const EX2: &str = "llvm.nvvm.ex2.approx";
const LG2: &str = "llvm.nvvm.lg2.approx.f";
const DIV: Way = Way::Call("llvm.nvvm.div.approx.f", false);
const DIV_FULL: Way = Way::Call("llvm.nvvm.div.full", false);
const SQRT: Way = Way::Call("llvm.nvvm.sqrt.approx.f", false);
const RSQRT: Way = Way::Call("llvm.nvvm.rsqrt.approx.f", false);
const SIN: Way = Way::Call("llvm.nvvm.sin.approx.f", false);
const COS: Way = Way::Call("llvm.nvvm.cos.approx.f", false);
// With the flag that allows it, which every approximation gets; NVVM's own name for it is this one without the flag.
const TANH: Way = Way::Call("llvm.tanh", true);
/// The fast-math flag `afn` (llvm-c/Core.h).
const APPROXIMATE: u32 = 1 << 6;
const LN_2: f64 = std::f64::consts::LN_2;
const LOG2_E: f64 = std::f64::consts::LOG2_E;
const LOG2_10: f64 = std::f64::consts::LOG2_10;
const LOG10_2: f64 = std::f64::consts::LOG10_2;

/// Functions of single precision by the names that LLVM, NVVM and libdevice have for them.
const FUNCTIONS: [(&str, Way); 31] = [
    ("llvm.sqrt.f32", SQRT),
    ("llvm.nvvm.sqrt.rn.f", SQRT),
    ("llvm.nvvm.sqrt.f", SQRT),
    ("__nv_sqrtf", SQRT),
    ("__nv_fsqrt_rn", SQRT),
    ("__nv_rsqrtf", RSQRT),
    ("llvm.nvvm.div.rn.f", DIV),
    ("__nv_fdiv_rn", DIV),
    ("llvm.exp.f32", Way::Power(LOG2_E)),
    ("__nv_expf", Way::Power(LOG2_E)),
    ("llvm.exp2.f32", Way::Power(1.0)),
    ("__nv_exp2f", Way::Power(1.0)),
    ("llvm.exp10.f32", Way::Power(LOG2_10)),
    ("__nv_exp10f", Way::Power(LOG2_10)),
    ("llvm.log.f32", Way::Logarithm(LN_2)),
    ("__nv_logf", Way::Logarithm(LN_2)),
    ("llvm.log2.f32", Way::Logarithm(1.0)),
    ("__nv_log2f", Way::Logarithm(1.0)),
    ("llvm.log10.f32", Way::Logarithm(LOG10_2)),
    ("__nv_log10f", Way::Logarithm(LOG10_2)),
    ("llvm.sin.f32", SIN),
    ("__nv_sinf", SIN),
    ("llvm.cos.f32", COS),
    ("__nv_cosf", COS),
    ("llvm.pow.f32", Way::PowerOf),
    ("__nv_powf", Way::PowerOf),
    ("llvm.tanh.f32", TANH),
    ("__nv_tanhf", TANH),
    (
        "llvm.nvvm.rcp.rn.f",
        Way::Call("llvm.nvvm.rcp.approx.ftz.f", false),
    ),
    (
        "__nv_frcp_rn",
        Way::Call("llvm.nvvm.rcp.approx.ftz.f", false),
    ),
    ("__nv_frsqrt_rn", RSQRT),
];

/// Whether a call of this function of single precision has an approximate form.
pub fn has_approximation(function: &str) -> bool {
    FUNCTIONS.iter().any(|(name, _)| *name == function)
}

impl<'c> Variant<'c> {
    /// Computes a division, a root, a power, a logarithm, a sine or the like in single precision approximately. A product
    /// of two powers of two, which is what an accurate `exp` of its own comes down to, becomes one power.
    ///
    /// `full`: a division keeps to 2 ulp for divisors beyond 2^126, too.
    pub fn approximate(&mut self, name: Name, full: bool) -> Result<(), Skip> {
        let instruction = self.get(name)?;
        let unfit = || {
            Skip::Unfit(format!(
                "{name} is no division, root, power or the like in single precision that has an approximate form"
            ))
        };
        if instruction.ty().float() != Some(Float::Float) {
            return Err(unfit());
        }
        let build = Build::before(instruction);
        let made = made(&build, instruction, full).ok_or_else(unfit)?;
        if let (Some(new), Some(flags)) = (made.as_instruction(), instruction.fast_math()) {
            new.set_fast_math(flags | APPROXIMATE);
        }
        self.put_in_place(name, instruction, made);
        Ok(())
    }
}

/// What stands for the instruction, made before it.
fn made<'c>(build: &Build<'c>, instruction: Inst<'c>, full: bool) -> Option<Val<'c>> {
    let operand = |index| instruction.operand(index);
    match instruction.opcode() {
        Opcode::LLVMFDiv => {
            let (a, b) = (operand(0)?, operand(1)?);
            match root(a, b).filter(|_| !full) {
                Some(of) => call(build, RSQRT, &[of]),
                None if full => call(build, DIV_FULL, &[a, b]),
                None => call(build, DIV, &[a, b]),
            }
        }
        Opcode::LLVMFMul if !full => {
            let (a, b) = (power(operand(0)?)?, power(operand(1)?)?);
            let exponent = match split(a, b).or_else(|| split(b, a)) {
                Some((of, factor)) => times(build, of, factor)?,
                None => build.binary(Opcode::LLVMFAdd, a, b),
            };
            build.intrinsic(EX2, &[a.ty()], &[exponent])
        }
        Opcode::LLVMCall if !full => {
            let callee = instruction.callee()?.as_declared_name()?;
            let (_, way) = FUNCTIONS.iter().find(|(name, _)| *name == callee)?;
            let arguments = instruction.operand_count().checked_sub(1)?;
            let arguments: Vec<Val<'c>> = (0..arguments).map_while(operand).collect();
            call(build, *way, &arguments)
        }
        _ => None,
    }
}

fn call<'c>(build: &Build<'c>, way: Way, arguments: &[Val<'c>]) -> Option<Val<'c>> {
    let first = *arguments.first()?;
    if arguments
        .iter()
        .any(|it| it.ty().float() != Some(Float::Float))
    {
        return None;
    }
    let ex2 = |exponent| build.intrinsic(EX2, &[first.ty()], &[exponent]);
    match (way, arguments) {
        (Way::Call(name, true), [_]) => build.intrinsic(name, &[first.ty()], arguments),
        (Way::Call(name, false), [_] | [_, _]) => build.intrinsic(name, &[], arguments),
        (Way::Power(factor), [x]) => ex2(times(build, *x, factor)?),
        (Way::Logarithm(factor), [x]) => {
            let log2 = build.intrinsic(LG2, &[], &[*x])?;
            times(build, log2, factor)
        }
        (Way::PowerOf, [x, y]) => {
            let log2 = build.intrinsic(LG2, &[], &[*x])?;
            ex2(build.binary(Opcode::LLVMFMul, log2, *y))
        }
        _ => None,
    }
}

/// `value factor`, where that is not the value itself.
fn times<'c>(build: &Build<'c>, value: Val<'c>, factor: f64) -> Option<Val<'c>> {
    if factor == 1.0 {
        return Some(value);
    }
    let factor = value.ty().make(&Constant::float(Float::Float, factor))?;
    Some(build.binary(Opcode::LLVMFMul, value, factor))
}

/// `x`, where the division is `1 / sqrt(x)`.
fn root<'c>(a: Val<'c>, b: Val<'c>) -> Option<Val<'c>> {
    let (1.0, callee) = (number(a)?, called(b)?) else {
        return None;
    };
    let root = FUNCTIONS
        .iter()
        .any(|(name, way)| *name == callee && *way == SQRT)
        || callee == "llvm.nvvm.sqrt.approx.f";
    b.as_instruction().filter(|_| root)?.operand(0)
}

/// `x`, where the value is `2^x` already by the special function unit.
fn power<'c>(value: Val<'c>) -> Option<Val<'c>> {
    called(value).filter(|callee| callee.starts_with(EX2))?;
    value.as_instruction()?.operand(0)
}

/// `x` and `factor`, where `rest` is what rounding `x factor` to the integer `whole` left over: the factor may come in
/// several parts, each with its own multiply-add.
fn split<'c>(rest: Val<'c>, whole: Val<'c>) -> Option<(Val<'c>, f64)> {
    let (mut at, mut of, mut factor) = (rest.as_instruction()?, None, 0.0);
    loop {
        let product = |x: Val<'c>, by: Val<'c>| match (number(x), number(by)) {
            (None, Some(by)) => Some((x, by)),
            _ => None,
        };
        let fma = called(at.value()).is_some_and(|callee| callee.starts_with("llvm.fma"));
        let (x, by, left) = match at.opcode() {
            Opcode::LLVMCall if fma => {
                let (x, by) = product(at.operand(0)?, at.operand(1)?)?;
                (x, by, at.operand(2)?)
            }
            Opcode::LLVMFSub | Opcode::LLVMFAdd => {
                let times = at.operand(0)?.as_instruction()?;
                let times = Some(times).filter(|it| it.opcode() == Opcode::LLVMFMul)?;
                let (x, by) = product(times.operand(0)?, times.operand(1)?)?;
                (x, by, at.operand(1)?)
            }
            _ => return None,
        };
        if *of.get_or_insert(x) != x {
            return None;
        }
        factor += by;
        let subtracted = at.opcode() == Opcode::LLVMFSub && left == whole;
        if subtracted || negated(left) == Some(whole) {
            return Some((x, factor));
        }
        at = left.as_instruction().filter(|_| fma)?;
    }
}

fn negated<'c>(value: Val<'c>) -> Option<Val<'c>> {
    let negation = value.as_instruction()?;
    (negation.opcode() == Opcode::LLVMFNeg).then(|| negation.operand(0))?
}

fn number(value: Val<'_>) -> Option<f64> {
    match value.constant()? {
        Constant::Float { bits, .. } => Some(f64::from_bits(bits)),
        _ => None,
    }
}

fn called(value: Val<'_>) -> Option<String> {
    value.as_instruction()?.callee()?.as_declared_name()
}
