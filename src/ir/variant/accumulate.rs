//! One running sum (product, maximum …) of a loop into several that take turns.
//!
//! The idea: a phi `p` with `next = p + x` becomes `K` phis that rotate. In each iteration the first one takes its turn
//! (`p + x`), becomes the last, and all others move up. Whatever the iteration that leaves the loop, their sum is the
//! running sum, so no control flow changes; and once LLVM unrolls the loop by `K`, the rotation is no work at all and
//! the `K` chains do not wait for each other.

use super::super::address::{Constant, Name};
use super::super::error::Skip;
use super::super::raw::{self, Advice, Build, Inst, Opcode, Ty, Unroll, Val};
use super::Variant;
use super::loops::{Natural, Shape};

/// An operation that may be done in any order, as far as it is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Combined by an operator, and what it leaves alone.
    Operator(Opcode, Neutral),
    /// Combined by an intrinsic that keeps one of its two arguments, so that any of them may be there twice.
    Either(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Neutral {
    /// `x + -0.0` is `x` whatever `x`, which is not so of `0.0`.
    MinusZero,
    One,
    Zero,
    AllOnes,
}

/// What keeps one of two values.
const EITHER: [&str; 10] = [
    "llvm.maxnum",
    "llvm.minnum",
    "llvm.maximumnum",
    "llvm.minimumnum",
    "llvm.maximum",
    "llvm.minimum",
    "llvm.smax",
    "llvm.smin",
    "llvm.umax",
    "llvm.umin",
];

/// The values of a running sum inside its loop.
pub(super) struct Chain<'c> {
    pub kind: Kind,
    /// The phi first; then what is made of it by the operation, or merges only such values.
    pub members: Vec<Inst<'c>>,
    /// Uses behind the loop: which member, by whom, as which operand.
    pub outside: Vec<(Inst<'c>, Inst<'c>, u32)>,
}

impl<'c> Variant<'c> {
    /// Splits the running sum (product, maximum …) that the phi `name` at a loop's header carries into `count` partial
    /// ones, and asks for the loop to be unrolled by as many, unless something else is asked for already.
    ///
    /// Exact for integers; for floating-point numbers the order of rounding changes.
    pub fn accumulate(&mut self, name: Name, count: u32) -> Result<(), Skip> {
        if count < 2 {
            return Err(Skip::NoEffect);
        }
        let phi = self.get(name)?;
        let around = Shape::of(phi.block().function()).natural(phi.block());
        let is_phi = phi.opcode() == Opcode::LLVMPHI;
        let around = around.filter(|_| is_phi);
        let around = around.ok_or_else(|| unfit(name, "a phi at the header of a loop"))?;
        let chain = chain(phi, &around).ok_or_else(|| {
            unfit(
                name,
                "a sum, product, maximum or the like that a loop carries and does nothing else with",
            )
        })?;
        let partial = partials(phi, &chain, &around, count);
        for &(member, user, index) in &chain.outside {
            let at_end = || user.incoming_block(index).and_then(|block| block.last());
            let build = Build::before(at_end().unwrap_or(user));
            let all = std::iter::once(member.value()).chain(partial.iter().copied());
            let total = combine(&build, &chain, all.collect());
            user.set_operand(index, total);
        }
        // Partial sums may leave the range that the whole one stays in.
        chain
            .members
            .iter()
            .for_each(|member| member.drop_no_wrap());
        let latches: Vec<Inst<'c>> = around.latches.iter().filter_map(|it| it.last()).collect();
        if !latches
            .iter()
            .any(|latch| raw::has_advice(*latch, Advice::Unroll(Unroll::Full)))
        {
            raw::advise(&latches, Advice::Unroll(Unroll::By(count)));
        }
        Ok(())
    }
}

fn unfit(name: Name, what: &str) -> Skip {
    Skip::Unfit(format!("{name} is not {what}"))
}

/// The chain that begins at a header's phi, if the loop does nothing but carry it.
pub(super) fn chain<'c>(phi: Inst<'c>, around: &Natural<'c>) -> Option<Chain<'c>> {
    let mut kind = None;
    let mut members = vec![phi];
    let mut outside = Vec::new();
    let mut next = 0;
    while let Some(&member) = members.get(next) {
        next += 1;
        for (user, index) in member.uses() {
            if !around.body.contains(&user.block()) {
                outside.push((member, user, index));
                continue;
            }
            if user == phi {
                continue;
            }
            if !merges(user, index, phi) {
                let found = step(user, index)?;
                if *kind.get_or_insert(found) != found {
                    return None;
                }
            }
            if !members.contains(&user) {
                members.push(user);
            }
        }
    }
    let is_member = |value: Val<'c>| {
        value
            .as_instruction()
            .is_some_and(|it| members.contains(&it))
    };
    let holds = |member: &Inst<'c>| match member.opcode() {
        _ if *member == phi => carried(phi, around).all(|(_, value)| is_member(value)),
        Opcode::LLVMPHI => operands(*member).all(|(_, value)| is_member(value)),
        Opcode::LLVMSelect => operands(*member).skip(1).all(|(_, value)| is_member(value)),
        _ => {
            operands(*member)
                .filter(|(_, value)| is_member(*value))
                .count()
                == 1
        }
    };
    let kind = kind.filter(|_| members.iter().all(holds))?;
    neutral(kind, phi.ty())?;
    Some(Chain {
        kind,
        members,
        outside,
    })
}

/// Whether a user passes on one of several values: a phi that is at no other place of the same header, or a select.
fn merges<'c>(user: Inst<'c>, index: u32, phi: Inst<'c>) -> bool {
    match user.opcode() {
        Opcode::LLVMPHI => user.block() != phi.block(),
        Opcode::LLVMSelect => index > 0,
        _ => false,
    }
}

/// What a user does with the chain at one of its operands.
fn step(user: Inst<'_>, index: u32) -> Option<Kind> {
    let add = Kind::Operator(Opcode::LLVMFAdd, Neutral::MinusZero);
    match (user.opcode(), index) {
        (Opcode::LLVMFAdd, _) | (Opcode::LLVMFSub, 0) => Some(add),
        (Opcode::LLVMFMul, _) => Some(Kind::Operator(Opcode::LLVMFMul, Neutral::One)),
        (Opcode::LLVMAdd, _) | (Opcode::LLVMSub, 0) => {
            Some(Kind::Operator(Opcode::LLVMAdd, Neutral::Zero))
        }
        (Opcode::LLVMMul, _) => Some(Kind::Operator(Opcode::LLVMMul, Neutral::One)),
        (Opcode::LLVMXor, _) => Some(Kind::Operator(Opcode::LLVMXor, Neutral::Zero)),
        (Opcode::LLVMOr, _) => Some(Kind::Operator(Opcode::LLVMOr, Neutral::Zero)),
        (Opcode::LLVMAnd, _) => Some(Kind::Operator(Opcode::LLVMAnd, Neutral::AllOnes)),
        (Opcode::LLVMCall, _) => {
            let name = user.callee().and_then(Val::as_declared_name)?;
            let stem = name
                .rsplit_once('.')
                .map_or(name.as_str(), |(stem, _)| stem);
            match stem {
                "llvm.fma" | "llvm.fmuladd" if index == 2 => Some(add),
                _ => EITHER
                    .into_iter()
                    .find(|it| *it == stem && index < 2)
                    .map(Kind::Either),
            }
        }
        _ => None,
    }
}

fn operands<'c>(of: Inst<'c>) -> impl Iterator<Item = (u32, Val<'c>)> {
    (0..of.operand_count()).filter_map(move |index| Some((index, of.operand(index)?)))
}

/// The values that a header's phi gets from inside its loop.
fn carried<'c>(phi: Inst<'c>, around: &Natural<'c>) -> impl Iterator<Item = (u32, Val<'c>)> {
    operands(phi).filter(move |(index, _)| {
        let from = phi.incoming_block(*index);
        from.is_some_and(|from| around.body.contains(&from))
    })
}

/// What a partial sum begins with; `None` inside: with what the whole one begins with.
pub(super) fn neutral(kind: Kind, ty: Ty<'_>) -> Option<Option<Val<'_>>> {
    let (Kind::Operator(_, neutral), float, bits) = (kind, ty.float(), ty.int_bits()) else {
        return (ty.float().is_some() || ty.int_bits().is_some()).then_some(None);
    };
    let constant = match (neutral, float, bits.filter(|bits| *bits <= 64)) {
        (Neutral::MinusZero, Some(kind), _) => Constant::float(kind, -0.0),
        (Neutral::One, Some(kind), _) => Constant::float(kind, 1.0),
        (Neutral::One, _, Some(bits)) => Constant::int(bits, 1),
        (Neutral::Zero, _, Some(bits)) => Constant::int(bits, 0),
        (Neutral::AllOnes, _, Some(bits)) => Constant::int(bits, -1),
        _ => return None,
    };
    ty.make(&constant).map(Some)
}

/// Makes the phis that take turns with `phi`.
fn partials<'c>(
    phi: Inst<'c>,
    chain: &Chain<'c>,
    around: &Natural<'c>,
    count: u32,
) -> Vec<Val<'c>> {
    let build = Build::before(phi);
    let partial: Vec<Val<'c>> = (1..count).map(|_| build.phi(phi.ty())).collect();
    let begins = neutral(chain.kind, phi.ty()).flatten();
    let inside: Vec<u32> = carried(phi, around).map(|(index, _)| index).collect();
    for (index, value) in operands(phi) {
        let Some(from) = phi.incoming_block(index) else {
            continue;
        };
        let turns = inside.contains(&index);
        for (at, one) in partial.iter().enumerate() {
            let incoming = match (turns, partial.get(at + 1)) {
                (false, _) => begins.unwrap_or(value),
                (true, Some(above)) => *above,
                (true, None) => value,
            };
            if let Some(one) = one.as_instruction() {
                one.add_incoming(incoming, from);
            }
        }
    }
    for index in inside {
        phi.set_operand(index, partial[0]);
    }
    partial
}

/// All of them in one, in pairs, so that the last ones wait for few.
pub(super) fn combine<'c>(build: &Build<'c>, chain: &Chain<'c>, mut all: Vec<Val<'c>>) -> Val<'c> {
    let flags = chain.members.iter().find_map(|member| {
        let operation = !matches!(member.opcode(), Opcode::LLVMPHI | Opcode::LLVMSelect);
        member.fast_math().filter(|_| operation)
    });
    let both = |a: Val<'c>, b: Val<'c>| {
        let made = match chain.kind {
            Kind::Operator(op, _) => build.binary(op, a, b),
            Kind::Either(name) => build.intrinsic(name, &[a.ty()], &[a, b]).unwrap_or(a),
        };
        if let (Some(made), Some(flags)) = (made.as_instruction(), flags) {
            made.set_fast_math(flags);
        }
        made
    };
    while all.len() > 1 {
        all = all
            .chunks(2)
            .map(|pair| pair[1..].iter().fold(pair[0], |a, b| both(a, *b)))
            .collect();
    }
    all[0]
}
