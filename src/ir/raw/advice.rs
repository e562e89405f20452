//! Advice on a loop, which LLVM keeps as metadata of the loop's latches.

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::{LLVMMetadataReplaceAllUsesWith, LLVMTemporaryMDNode};
use inkwell::llvm_sys::prelude::*;

use super::Inst;

/// What is asked of LLVM's transformations of one loop. Each keeps the meaning, or is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    Unroll(Unroll),
    /// Unrolls this loop by a factor and merges the copies of the loop in it.
    Jam(u32),
    /// Splits the loop where dependences allow.
    Distribute,
    /// Works on so many iterations at once, in vectors.
    Vectorize(u32),
    /// Works on so many iterations at once, next to each other.
    Interleave(u32),
}

/// What `loop` asks of LLVM's unroller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unroll {
    /// By this factor; 1 forbids unrolling.
    By(u32),
    /// All iterations, where their number is known.
    Full,
}

/// One line of advice: a name, and a number or a truth.
enum Line {
    Bare(&'static str),
    Number(&'static str, u32),
    True(&'static str),
}

impl Advice {
    /// What the names of such advice start with: it is replaced together.
    fn kind(self) -> &'static str {
        match self {
            Advice::Unroll(_) => "llvm.loop.unroll.",
            Advice::Jam(_) => "llvm.loop.unroll_and_jam.",
            Advice::Distribute => "llvm.loop.distribute.",
            Advice::Vectorize(_) => "llvm.loop.vectorize.width",
            Advice::Interleave(_) => "llvm.loop.interleave.",
        }
    }

    /// As LLVM's language reference says it, under `llvm.loop`.
    fn lines(self) -> Vec<Line> {
        match self {
            Advice::Unroll(Unroll::By(1)) => vec![Line::Bare("llvm.loop.unroll.disable")],
            Advice::Unroll(Unroll::By(count)) => {
                vec![Line::Number("llvm.loop.unroll.count", count)]
            }
            Advice::Unroll(Unroll::Full) => vec![Line::Bare("llvm.loop.unroll.full")],
            Advice::Jam(count) => vec![Line::Number("llvm.loop.unroll_and_jam.count", count)],
            Advice::Distribute => vec![Line::True("llvm.loop.distribute.enable")],
            Advice::Vectorize(width) => vec![
                Line::Number("llvm.loop.vectorize.width", width),
                Line::True("llvm.loop.vectorize.enable"),
            ],
            Advice::Interleave(count) => vec![
                Line::Number("llvm.loop.interleave.count", count),
                Line::True("llvm.loop.vectorize.enable"),
            ],
        }
    }
}

/// Replaces the advice of that kind on the loop that these terminators (all its latches) end. Other advice stays.
///
/// LLVM knows a loop by a node that has itself as first operand, so that no two loops share one.
pub fn advise(latches: &[Inst<'_>], advice: Advice) {
    const KIND: &str = "llvm.loop";
    let Some(first) = latches.first() else { return };
    // SAFETY: all nodes and strings are made in, and owned by, the context of the latches. The temporary node is freed
    // by the replacement.
    unsafe {
        let context = LLVMGetTypeContext(LLVMTypeOf(first.0));
        let kind = LLVMGetMDKindIDInContext(context, KIND.as_ptr().cast(), KIND.len() as u32);
        let placeholder = LLVMTemporaryMDNode(context, std::ptr::null_mut(), 0);
        let mut operands = vec![placeholder];
        let nodes = latches.iter().map(|latch| LLVMGetMetadata(latch.0, kind));
        if let Some(node) = nodes.into_iter().find(|node| !node.is_null()) {
            operands.extend(other_advice(node, advice.kind()));
        }
        let lines = advice.lines().into_iter();
        operands.extend(lines.map(|line| node_of(context, line)));
        let node = LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len());
        LLVMMetadataReplaceAllUsesWith(placeholder, node);
        let node = LLVMMetadataAsValue(context, node);
        latches
            .iter()
            .for_each(|latch| LLVMSetMetadata(latch.0, kind, node));
    }
}

/// Whether the loop that this terminator ends carries advice of that kind, whatever it says.
pub fn has_advice(latch: Inst<'_>, like: Advice) -> bool {
    const KIND: &str = "llvm.loop";
    // SAFETY: a live instruction; operands are only asked of the node that is there.
    unsafe {
        let context = LLVMGetTypeContext(LLVMTypeOf(latch.0));
        let kind = LLVMGetMDKindIDInContext(context, KIND.as_ptr().cast(), KIND.len() as u32);
        let node = LLVMGetMetadata(latch.0, kind);
        if node.is_null() {
            return false;
        }
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(node) as usize];
        LLVMGetMDNodeOperands(node, operands.as_mut_ptr());
        let mut advice = operands.into_iter().skip(1).filter(|it| !it.is_null());
        advice.any(|operand| is_of_kind(operand, like.kind()))
    }
}

/// # Safety
/// `context` is live.
unsafe fn node_of(context: LLVMContextRef, line: Line) -> LLVMMetadataRef {
    // SAFETY: pointer and length are those of a live string; the constants are of the same context.
    unsafe {
        let (name, value) = match line {
            Line::Bare(name) => (name, None),
            Line::Number(name, number) => {
                let ty = LLVMInt32TypeInContext(context);
                (name, Some(LLVMConstInt(ty, u64::from(number), 0)))
            }
            Line::True(name) => (
                name,
                Some(LLVMConstInt(LLVMInt1TypeInContext(context), 1, 0)),
            ),
        };
        let name = LLVMMDStringInContext2(context, name.as_ptr().cast(), name.len());
        let mut operands = vec![name];
        operands.extend(value.map(|value| LLVMValueAsMetadata(value)));
        LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len())
    }
}

/// The operands of a loop's node that are neither the node itself nor advice of the kind.
///
/// # Safety
/// `node` is a live metadata node (as value).
unsafe fn other_advice(node: LLVMValueRef, kind: &str) -> Vec<LLVMMetadataRef> {
    // SAFETY: the vector has room for as many operands as the node says it has; null operands are passed over.
    unsafe {
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(node) as usize];
        LLVMGetMDNodeOperands(node, operands.as_mut_ptr());
        let keep = |operand: &LLVMValueRef| !operand.is_null() && !is_of_kind(*operand, kind);
        operands
            .into_iter()
            .skip(1)
            .filter(keep)
            .map(|operand| LLVMValueAsMetadata(operand))
            .collect()
    }
}

/// # Safety
/// `operand` is a live metadata operand (as value).
unsafe fn is_of_kind(operand: LLVMValueRef, kind: &str) -> bool {
    // SAFETY: operands are only asked of a node, the string only of a metadata string.
    unsafe {
        if LLVMIsAMDNode(operand).is_null() || LLVMGetMDNodeNumOperands(operand) == 0 {
            return false;
        }
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(operand) as usize];
        LLVMGetMDNodeOperands(operand, operands.as_mut_ptr());
        let mut length = 0;
        let first = if operands[0].is_null() {
            std::ptr::null()
        } else {
            LLVMGetMDString(operands[0], &mut length)
        };
        !first.is_null()
            && std::slice::from_raw_parts(first.cast::<u8>(), length as usize)
                .starts_with(kind.as_bytes())
    }
}
