//! Advice on unrolling, which LLVM keeps as metadata of a loop's latches.

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::{LLVMMetadataReplaceAllUsesWith, LLVMTemporaryMDNode};
use inkwell::llvm_sys::prelude::*;

use super::Inst;

/// What `loop` asks of LLVM's unroller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unroll {
    /// By this factor; 1 forbids unrolling.
    By(u32),
    /// All iterations, where their number is known.
    Full,
}

/// Replaces the unrolling advice of the loop that these terminators (all its latches) end. Other advice stays.
///
/// LLVM knows a loop by a node that has itself as first operand, so that no two loops share one.
pub fn set_unroll(latches: &[Inst<'_>], advice: Unroll) {
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
            operands.extend(other_loop_advice(node));
        }
        operands.push(unroll_advice(context, advice));
        let node = LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len());
        LLVMMetadataReplaceAllUsesWith(placeholder, node);
        let node = LLVMMetadataAsValue(context, node);
        latches
            .iter()
            .for_each(|latch| LLVMSetMetadata(latch.0, kind, node));
    }
}

/// # Safety
/// `context` is live.
unsafe fn unroll_advice(context: LLVMContextRef, advice: Unroll) -> LLVMMetadataRef {
    let (name, count) = match advice {
        Unroll::By(1) => ("llvm.loop.unroll.disable", None),
        Unroll::By(count) => ("llvm.loop.unroll.count", Some(count)),
        Unroll::Full => ("llvm.loop.unroll.full", None),
    };
    // SAFETY: pointer and length are those of a live string; the constant is an i32 of the same context.
    unsafe {
        let mut operands = vec![LLVMMDStringInContext2(
            context,
            name.as_ptr().cast(),
            name.len(),
        )];
        if let Some(count) = count {
            let ty = LLVMInt32TypeInContext(context);
            operands.push(LLVMValueAsMetadata(LLVMConstInt(ty, u64::from(count), 0)));
        }
        LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len())
    }
}

/// The operands of a loop's node that are neither the node itself nor advice on unrolling.
///
/// # Safety
/// `node` is a live metadata node (as value).
unsafe fn other_loop_advice(node: LLVMValueRef) -> Vec<LLVMMetadataRef> {
    // SAFETY: the vector has room for as many operands as the node says it has; null operands are passed over.
    unsafe {
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(node) as usize];
        LLVMGetMDNodeOperands(node, operands.as_mut_ptr());
        let keep = |operand: &LLVMValueRef| !operand.is_null() && !is_unroll_advice(*operand);
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
unsafe fn is_unroll_advice(operand: LLVMValueRef) -> bool {
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
                .starts_with(b"llvm.loop.unroll.")
    }
}
