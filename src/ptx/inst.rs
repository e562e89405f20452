//! One instruction: its mnemonic's parts and its operands to an [`Op`]. Arithmetic is here, the rest in `memory.rs`.

use std::collections::HashMap;

use super::PtxError;
use super::memory;
use super::parse::Body;
use super::types::*;

/// A constant as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lit {
    /// Two's complement bits of an integer.
    Int(u64),
    /// `0f…`.
    F32(u32),
    /// `0d…` or a decimal fraction.
    F64(f64),
}

impl Lit {
    pub fn negated(self) -> Lit {
        match self {
            Lit::Int(value) => Lit::Int(value.wrapping_neg()),
            Lit::F32(bits) => Lit::F32(bits ^ 0x8000_0000),
            Lit::F64(value) => Lit::F64(-value),
        }
    }
}

/// Reads a constant: decimal, `0x`, octal, `0b`, `0f`, `0d`, or a decimal fraction.
pub fn literal(word: &str) -> Option<Lit> {
    let bytes = word.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        return None;
    }
    if bytes[0] == b'0' && bytes.len() > 1 {
        let digits = word.get(2..)?;
        match bytes[1] {
            b'x' | b'X' => return int(digits, 16),
            b'b' | b'B' => return int(digits, 2),
            b'f' | b'F' if digits.len() == 8 => {
                return u32::from_str_radix(digits, 16).ok().map(Lit::F32);
            }
            b'd' | b'D' if digits.len() == 16 => {
                return u64::from_str_radix(digits, 16)
                    .ok()
                    .map(|bits| Lit::F64(f64::from_bits(bits)));
            }
            b'0'..=b'7' => return int(&word[1..], 8),
            _ => {}
        }
    }
    if word.contains('.') {
        return word.parse().ok().map(Lit::F64);
    }
    int(word, 10)
}

fn int(digits: &str, radix: u32) -> Option<Lit> {
    u64::from_str_radix(digits.trim_end_matches(['U', 'u']), radix)
        .ok()
        .map(Lit::Int)
}

/// The bits that `lit` has as a value of type `ty`.
pub fn literal_bits(lit: Lit, ty: Ty) -> u64 {
    match (lit, ty.bits) {
        (Lit::Int(value), 32) if ty.is_float() => u64::from((value as i64 as f32).to_bits()),
        (Lit::Int(value), 64) if ty.is_float() => (value as i64 as f64).to_bits(),
        (Lit::Int(value), _) => value,
        (Lit::F32(bits), 64) => f64::from(f32::from_bits(bits)).to_bits(),
        (Lit::F32(bits), _) => u64::from(bits),
        (Lit::F64(value), 64) => value.to_bits(),
        (Lit::F64(value), _) => u64::from((value as f32).to_bits()),
    }
}

/// An operand as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw<'a> {
    Name(&'a str, i64),
    Literal(Lit),
    Vector(Vec<Raw<'a>>),
    Address(&'a str, i64),
    Pair(&'a str, &'a str),
    Not(&'a str),
    /// A parenthesised list (only calls have them).
    List,
}

/// The operands of one instruction, and where it is.
pub(super) struct Operands<'a, 'p> {
    pub raws: Vec<Raw<'a>>,
    pub line: u32,
    pub mnemonic: &'a str,
    pub globals: &'p HashMap<&'a str, usize>,
}

impl<'a> Operands<'a, '_> {
    pub fn unsupported<T>(&self) -> Result<T, PtxError> {
        Err(PtxError::Unsupported {
            name: self.mnemonic.to_owned(),
            line: self.line,
        })
    }

    pub fn error(&self, what: impl Into<String>) -> PtxError {
        PtxError::Syntax {
            line: self.line,
            what: what.into(),
            text: self.mnemonic.to_owned(),
        }
    }

    pub fn raw(&self, at: usize) -> Result<&Raw<'a>, PtxError> {
        self.raws
            .get(at)
            .ok_or_else(|| self.error(format!("operand {} is missing", at + 1)))
    }

    pub fn count(&self, expected: usize) -> Result<(), PtxError> {
        if self.raws.len() == expected {
            Ok(())
        } else {
            Err(self.error(format!(
                "expected {expected} operands, found {}",
                self.raws.len()
            )))
        }
    }

    pub fn reg_named(&self, name: &str, body: &Body<'_>) -> Result<Reg, PtxError> {
        body.reg(name)
            .ok_or_else(|| self.error(format!("`{name}` is not a declared register")))
    }

    /// A destination that has room for `ty` (predicates match only predicates).
    pub fn dst(&self, at: usize, ty: Ty, body: &Body<'_>) -> Result<Reg, PtxError> {
        match self.raw(at)? {
            Raw::Name(name, 0) => self.fits(self.reg_named(name, body)?, ty, body),
            _ => Err(self.error("expected a register as destination")),
        }
    }

    /// Refuses a register narrower than `ty`, and mixing predicates with values.
    pub fn fits(&self, reg: Reg, ty: Ty, body: &Body<'_>) -> Result<Reg, PtxError> {
        let decl = &body.regs[reg.0 as usize];
        if (decl.ty == Ty::PRED) != (ty == Ty::PRED) || decl.ty.bits < ty.bits {
            return Err(self.error(format!(
                "register {} of type .{} where .{ty} is needed",
                decl.name, decl.ty
            )));
        }
        Ok(reg)
    }

    pub fn src(&self, at: usize, ty: Ty, body: &Body<'_>) -> Result<Operand, PtxError> {
        self.src_of(self.raw(at)?, ty, body)
    }

    pub fn src_of(&self, raw: &Raw<'a>, ty: Ty, body: &Body<'_>) -> Result<Operand, PtxError> {
        match raw {
            Raw::Literal(lit) => Ok(Operand::Imm(literal_bits(*lit, ty))),
            Raw::Name(name, offset) => {
                if *offset == 0
                    && let Some(reg) = body.reg(name)
                {
                    return Ok(Operand::Reg(self.fits(reg, ty, body)?));
                }
                if let Some(&var) = body.vars.get(name).or_else(|| self.globals.get(name)) {
                    return Ok(Operand::Var {
                        var,
                        offset: *offset,
                    });
                }
                match memory::special(name) {
                    Some(special) => Ok(Operand::Special(special)),
                    None if *name == "WARP_SZ" => Ok(Operand::Imm(32)),
                    None if name.starts_with('%')
                        && body.reg(name).is_none()
                        && name.contains("clusterid") =>
                    {
                        self.unsupported()
                    }
                    None => Err(self.error(format!(
                        "`{name}` is neither a register, a variable nor a constant"
                    ))),
                }
            }
            _ => Err(self.error("expected a register or a constant")),
        }
    }

    pub fn pred(&self, at: usize, body: &Body<'_>) -> Result<PredSrc, PtxError> {
        let (name, negated) = match self.raw(at)? {
            Raw::Name(name, 0) => (*name, false),
            Raw::Not(name) => (*name, true),
            Raw::Literal(Lit::Int(value)) => {
                return Ok(PredSrc {
                    src: Operand::Imm(u64::from(*value != 0)),
                    negated: false,
                });
            }
            _ => return Err(self.error("expected a predicate")),
        };
        let reg = self.fits(self.reg_named(name, body)?, Ty::PRED, body)?;
        Ok(PredSrc {
            src: Operand::Reg(reg),
            negated,
        })
    }
}

/// The dotted parts of a mnemonic that no reader has consumed yet.
pub(super) struct Parts<'a> {
    left: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    /// Removes `part` if it is there.
    pub fn take(&mut self, part: &str) -> bool {
        match self.left.iter().position(|&left| left == part) {
            Some(at) => {
                self.left.remove(at);
                true
            }
            None => false,
        }
    }

    /// Removes the first part that `read` understands.
    pub fn find<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (at, found) = self
            .left
            .iter()
            .enumerate()
            .find_map(|(at, part)| read(part).map(|found| (at, found)))?;
        self.left.remove(at);
        Some(found)
    }

    pub fn is_empty(&self) -> bool {
        self.left.is_empty()
    }
}

/// Decodes one instruction.
pub(super) fn decode<'a>(
    mnemonic: &'a str,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Op, PtxError> {
    let mut split = mnemonic.split('.');
    let opcode = split.next().unwrap_or_default();
    let mut parts = Parts {
        left: split.collect(),
    };
    let op = match memory::decode(opcode, &mut parts, ops, body)? {
        Some(op) => op,
        None => arithmetic(opcode, &mut parts, ops, body)?,
    };
    if parts.is_empty() {
        Ok(op)
    } else {
        ops.unsupported()
    }
}

pub(super) fn ty_of(parts: &mut Parts<'_>, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    match parts.find(Ty::parse) {
        Some(ty) => Ok(ty),
        None => ops.unsupported(),
    }
}

fn mods(parts: &mut Parts<'_>) -> Mods {
    Mods {
        ftz: parts.take("ftz"),
        sat: parts.take("sat"),
        approx: parts.take("approx") | parts.take("full"),
        nan: parts.take("NaN"),
    }
}

fn arithmetic<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    match opcode {
        "setp" | "set" => return comparison(opcode, parts, ops, body),
        "cvt" => return conversion(parts, ops, body),
        "lop3" => {
            let ty = ty_of(parts, ops)?;
            ops.count(5)?;
            let Operand::Imm(table) = ops.src(4, Ty::B32, body)? else {
                return Err(ops.error("the table of lop3 must be a constant"));
            };
            return Ok(Op::Lop3 {
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                c: ops.src(3, ty, body)?,
                table: table as u8,
            });
        }
        "bfi" => {
            let ty = ty_of(parts, ops)?;
            ops.count(5)?;
            return Ok(Op::Bfi {
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                pos: ops.src(3, Ty::B32, body)?,
                len: ops.src(4, Ty::B32, body)?,
            });
        }
        "selp" => {
            let ty = ty_of(parts, ops)?;
            ops.count(4)?;
            return Ok(Op::Selp {
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                p: ops.pred(3, body)?.src,
            });
        }
        "slct" => {
            let (ty, selector) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
            parts.take("ftz");
            ops.count(4)?;
            let op = if selector.is_float() {
                TriOp::SlctF32
            } else {
                TriOp::SlctS32
            };
            return Ok(Op::Tri {
                op,
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                c: ops.src(3, selector, body)?,
                mods: Mods::default(),
            });
        }
        _ => {}
    }
    let mods = mods(parts);
    let (wide, hi, lo) = (parts.take("wide"), parts.take("hi"), parts.take("lo"));
    let (clamp, wrap) = (parts.take("clamp"), parts.take("wrap"));
    let (left, right) = (parts.take("l"), parts.take("r"));
    let shiftamt = parts.take("shiftamt");
    // Directed rounding of arithmetic stays in `parts`, and so is refused.
    parts.take("rn");
    let ty = ty_of(parts, ops)?;
    let float = ty.is_float();
    if let Some(op) = unary(opcode, shiftamt) {
        ops.count(2)?;
        let result = match op {
            UnOp::Popc | UnOp::Clz | UnOp::Bfind | UnOp::BfindShift => Ty::B32,
            _ => ty,
        };
        let needs_float = !matches!(
            op,
            UnOp::Neg
                | UnOp::Abs
                | UnOp::Not
                | UnOp::Cnot
                | UnOp::Popc
                | UnOp::Clz
                | UnOp::Brev
                | UnOp::Bfind
                | UnOp::BfindShift
        );
        if needs_float != float && !matches!(op, UnOp::Neg | UnOp::Abs)
            || mods.sat && !float
            || ty.bits == 8
            || (ty == Ty::PRED && op != UnOp::Not)
        {
            return ops.unsupported();
        }
        return Ok(Op::Un {
            op,
            ty,
            dst: ops.dst(0, result, body)?,
            a: ops.src(1, ty, body)?,
            mods,
        });
    }
    let binary = match opcode {
        "add" => Some(BinOp::Add),
        "sub" => Some(BinOp::Sub),
        "mul" | "mul24" if wide => Some(BinOp::MulWide),
        "mul" if hi => Some(BinOp::MulHi),
        "mul" if lo || float => Some(BinOp::MulLo),
        "div" => Some(BinOp::Div),
        "rem" if !float => Some(BinOp::Rem),
        "min" => Some(BinOp::Min),
        "max" => Some(BinOp::Max),
        "and" if !float => Some(BinOp::And),
        "or" if !float => Some(BinOp::Or),
        "xor" if !float => Some(BinOp::Xor),
        "shl" if !float => Some(BinOp::Shl),
        "shr" if !float => Some(BinOp::Shr),
        "copysign" if float => Some(BinOp::Copysign),
        _ => None,
    };
    let boolean = matches!(binary, Some(BinOp::And | BinOp::Or | BinOp::Xor));
    if ty.bits == 8 || (ty == Ty::PRED && !boolean) {
        return ops.unsupported();
    }
    if let Some(op) = binary {
        ops.count(3)?;
        if mods.sat
            && !float
            && !(ty.is_signed() && ty.bits == 32 && matches!(op, BinOp::Add | BinOp::Sub))
        {
            return ops.unsupported();
        }
        let shift = matches!(op, BinOp::Shl | BinOp::Shr);
        return Ok(Op::Bin {
            op,
            ty,
            dst: ops.dst(
                0,
                if op == BinOp::MulWide {
                    widened(ty, ops)?
                } else {
                    ty
                },
                body,
            )?,
            a: ops.src(1, ty, body)?,
            b: ops.src(2, if shift { Ty::B32 } else { ty }, body)?,
            mods,
        });
    }
    let op = match opcode {
        "mad" | "fma" if float => TriOp::Fma,
        "mad" if wide => TriOp::MadWide,
        "mad" if hi && !mods.sat => TriOp::MadHi,
        "mad" if lo => TriOp::MadLo,
        "bfe" if !float => TriOp::Bfe,
        "sad" if !float => TriOp::Sad,
        "prmt" => TriOp::Prmt,
        "shf" => match (left, right, clamp, wrap) {
            (true, _, true, _) => TriOp::ShfLeftClamp,
            (true, _, _, true) => TriOp::ShfLeftWrap,
            (_, true, true, _) => TriOp::ShfRightClamp,
            (_, true, _, true) => TriOp::ShfRightWrap,
            _ => return ops.unsupported(),
        },
        _ => return ops.unsupported(),
    };
    ops.count(4)?;
    let wide = if op == TriOp::MadWide {
        widened(ty, ops)?
    } else {
        ty
    };
    let (b, c) = match op {
        TriOp::Bfe => (Ty::B32, Ty::B32),
        _ => (ty, wide),
    };
    Ok(Op::Tri {
        op,
        ty,
        dst: ops.dst(0, wide, body)?,
        a: ops.src(1, ty, body)?,
        b: ops.src(2, b, body)?,
        c: ops.src(3, c, body)?,
        mods,
    })
}

fn widened(ty: Ty, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    if ty.bits > 32 || ty.is_float() {
        return ops.unsupported();
    }
    Ok(Ty {
        kind: ty.kind,
        bits: ty.bits * 2,
    })
}

fn unary(opcode: &str, shiftamt: bool) -> Option<UnOp> {
    Some(match opcode {
        "neg" => UnOp::Neg,
        "abs" => UnOp::Abs,
        "not" => UnOp::Not,
        "cnot" => UnOp::Cnot,
        "popc" => UnOp::Popc,
        "clz" => UnOp::Clz,
        "brev" => UnOp::Brev,
        "bfind" if shiftamt => UnOp::BfindShift,
        "bfind" => UnOp::Bfind,
        "rcp" => UnOp::Rcp,
        "sqrt" => UnOp::Sqrt,
        "rsqrt" => UnOp::Rsqrt,
        "ex2" => UnOp::Ex2,
        "lg2" => UnOp::Lg2,
        "sin" => UnOp::Sin,
        "cos" => UnOp::Cos,
        "tanh" => UnOp::Tanh,
        _ => return None,
    })
}

fn comparison<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mods = mods(parts);
    let Some((cmp, unsigned)) = parts.find(compare) else {
        return ops.unsupported();
    };
    let combine = parts.find(|part| match part {
        "and" => Some(BoolOp::And),
        "or" => Some(BoolOp::Or),
        "xor" => Some(BoolOp::Xor),
        _ => None,
    });
    let dty = if opcode == "set" {
        Some(ty_of(parts, ops)?)
    } else {
        None
    };
    let mut ty = ty_of(parts, ops)?;
    if unsigned && !ty.is_float() {
        ty.kind = Kind::Unsigned;
    }
    if ty.bits == 8 {
        return ops.unsupported();
    }
    ops.count(3 + usize::from(combine.is_some()))?;
    let (a, b) = (ops.src(1, ty, body)?, ops.src(2, ty, body)?);
    let with = match combine {
        Some(op) => Some((op, ops.pred(3, body)?)),
        None => None,
    };
    if let Some(dty) = dty {
        let dst = ops.dst(0, dty, body)?;
        return Ok(Op::Set {
            cmp,
            dty,
            ty,
            dst,
            a,
            b,
            with,
            mods,
        });
    }
    let named = |name: &str| match name {
        "_" => Ok(None),
        _ => ops
            .fits(ops.reg_named(name, body)?, Ty::PRED, body)
            .map(Some),
    };
    let (dst, not_dst) = match ops.raw(0)? {
        Raw::Pair(dst, not_dst) => (named(dst)?, named(not_dst)?),
        Raw::Name(name, 0) => (named(name)?, None),
        _ => return Err(ops.error("expected a predicate as destination")),
    };
    Ok(Op::Setp {
        cmp,
        ty,
        dst,
        not_dst,
        a,
        b,
        with,
        mods,
    })
}

/// The comparison and whether it is one of the unsigned integer names.
fn compare(part: &str) -> Option<(Cmp, bool)> {
    Some(match part {
        "eq" => (Cmp::Eq, false),
        "ne" => (Cmp::Ne, false),
        "lt" => (Cmp::Lt, false),
        "le" => (Cmp::Le, false),
        "gt" => (Cmp::Gt, false),
        "ge" => (Cmp::Ge, false),
        "lo" => (Cmp::Lt, true),
        "ls" => (Cmp::Le, true),
        "hi" => (Cmp::Gt, true),
        "hs" => (Cmp::Ge, true),
        "equ" => (Cmp::Equ, false),
        "neu" => (Cmp::Neu, false),
        "ltu" => (Cmp::Ltu, false),
        "leu" => (Cmp::Leu, false),
        "gtu" => (Cmp::Gtu, false),
        "geu" => (Cmp::Geu, false),
        "num" => (Cmp::Num, false),
        "nan" => (Cmp::Nan, false),
        _ => return None,
    })
}

fn conversion<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mods = mods(parts);
    let rounding = parts.find(|part| {
        Some(match part {
            "rn" => (Round::NearestEven, false),
            "rz" => (Round::Zero, false),
            "rm" => (Round::Down, false),
            "rp" => (Round::Up, false),
            "rni" => (Round::NearestEven, true),
            "rzi" => (Round::Zero, true),
            "rmi" => (Round::Down, true),
            "rpi" => (Round::Up, true),
            _ => return None,
        })
    });
    let (dty, sty) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
    ops.count(2)?;
    let (round, integral) = rounding.unwrap_or_default();
    // A conversion writes and reads registers at least as wide as its types; an 8-bit value sits in a 16-bit register.
    Ok(Op::Cvt {
        dst: ops.dst(0, dty, body)?,
        dty,
        src: ops.src(1, sty, body)?,
        sty,
        round,
        integral,
        mods,
    })
}
