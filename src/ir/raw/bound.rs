//! Between which numbers a parameter or a result is, as LLVM's attribute `range`.

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;

use super::{Func, Inst, Val};

/// The index of a call's result, where parameters count from 1 (llvm-c/Core.h).
const RESULT: u32 = 0;

impl Func<'_> {
    /// Says that parameter `index`, an integer of at most 64 bits, is a number from `least` to `most`, in place of what
    /// was said before. Both are read without a sign; all numbers of the type together cannot be said.
    pub fn bound_param(self, index: u32, least: u64, most: u64) {
        let bits = self.param(index).and_then(|param| param.ty().int_bits());
        if let Some(range) = bits.and_then(|bits| range(self.0, bits, least, most)) {
            // SAFETY: a live function whose context owns the attribute, which is of the parameter's width.
            unsafe { LLVMAddAttributeAtIndex(self.0, index + 1, range) }
        }
    }
}

impl<'c> Inst<'c> {
    /// Says that the result of this call, an integer of at most 64 bits, is a number from `least` to `most`, as
    /// [`Func::bound_param`] does.
    pub fn bound_result(self, least: u64, most: u64) {
        let bits = self.ty().int_bits().filter(|_| self.is_call());
        if let Some(range) = bits.and_then(|bits| range(self.0, bits, least, most)) {
            // SAFETY: a live call whose context owns the attribute, which is of the result's width.
            unsafe { LLVMAddCallSiteAttribute(self.0, RESULT, range) }
        }
    }
}

impl<'c> Val<'c> {
    /// Whether anything uses this value.
    pub fn is_used(self) -> bool {
        // SAFETY: a live value.
        !unsafe { LLVMGetFirstUse(self.0) }.is_null()
    }

    /// Puts another value of the type in the place of this one, wherever it is used.
    pub fn replace_uses(self, value: Val<'c>) {
        debug_assert!(self.ty() == value.ty() && self != value);
        // SAFETY: both live and of one type, as every caller checks.
        unsafe { LLVMReplaceAllUsesWith(self.0, value.0) }
    }
}

/// The attribute for numbers of `bits` bits; `None` where it would say nothing or nothing that makes sense.
fn range(owner: LLVMValueRef, bits: u32, least: u64, most: u64) -> Option<LLVMAttributeRef> {
    const NAME: &str = "range";
    let largest = u64::MAX >> (64 - bits.clamp(1, 64));
    if bits > 64 || least > most || most > largest || (least == 0 && most == largest) {
        return None;
    }
    // The upper end is excluded, and wraps around to 0.
    let upper = most.wrapping_add(1) & largest;
    // SAFETY: the name is a live string; each bound is one word, which holds `bits` bits; the context is the owner's.
    unsafe {
        let kind = LLVMGetEnumAttributeKindForName(NAME.as_ptr().cast(), NAME.len());
        let context = LLVMGetTypeContext(LLVMTypeOf(owner));
        Some(LLVMCreateConstantRangeAttribute(
            context, kind, bits, &least, &upper,
        ))
    }
}
