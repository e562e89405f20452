//! Functions and their blocks.

use std::ffi::CStr;
use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;

use super::{Blk, Func, Inst, Ty, Val};

/// The calling convention number of a PTX kernel (`ptx_kernel`, llvm/IR/CallingConv.h).
const PTX_KERNEL: u32 = 71;

/// The index of a function's own attributes, where 0 is the return value and parameters count from 1 (llvm-c/Core.h).
const FUNCTION: u32 = u32::MAX;

impl<'c> Func<'c> {
    pub fn name(self) -> String {
        Val(self.0, PhantomData).name()
    }

    pub fn is_kernel(self) -> bool {
        // SAFETY: a live function.
        unsafe { LLVMGetFunctionCallConv(self.0) == PTX_KERNEL }
    }

    pub fn params(self) -> Vec<Val<'c>> {
        // SAFETY: a live function and indices within its count.
        unsafe {
            (0..LLVMCountParams(self.0))
                .map(|i| Val(LLVMGetParam(self.0, i), PhantomData))
                .collect()
        }
    }

    pub fn param(self, index: u32) -> Option<Val<'c>> {
        // SAFETY: a live function; the index is checked against its count.
        unsafe {
            (index < LLVMCountParams(self.0)).then(|| Val(LLVMGetParam(self.0, index), PhantomData))
        }
    }

    pub fn blocks(self) -> Vec<Blk<'c>> {
        let mut found = Vec::new();
        // SAFETY: walks the block list of a live function.
        unsafe {
            let mut next = LLVMGetFirstBasicBlock(self.0);
            while !next.is_null() {
                found.push(Blk(next, PhantomData));
                next = LLVMGetNextBasicBlock(next);
            }
        }
        found
    }

    fn attribute(self, place: u32, name: &str) -> LLVMAttributeRef {
        // SAFETY: a live function; an unknown attribute name has kind 0, which no attribute has.
        unsafe { LLVMGetEnumAttributeAtIndex(self.0, place, attribute_kind(name)) }
    }

    /// Whether parameter `index` carries the attribute.
    pub fn param_has(self, index: u32, name: &str) -> bool {
        !self.attribute(index + 1, name).is_null()
    }

    /// The type of a `byval` parameter's pointee.
    pub fn param_by_value(self, index: u32) -> Option<Ty<'c>> {
        let attribute = self.attribute(index + 1, "byval");
        // SAFETY: `byval` is a type attribute, and not null here.
        (!attribute.is_null())
            .then(|| unsafe { Ty(LLVMGetTypeAttributeValue(attribute), PhantomData) })
    }

    /// The number that an attribute of parameter `index` such as `align` carries; `None` where it is not there.
    pub fn param_number(self, index: u32, name: &str) -> Option<u64> {
        let attribute = self.attribute(index + 1, name);
        // SAFETY: not null here; the caller names an attribute whose value is a number.
        (!attribute.is_null()).then(|| unsafe { LLVMGetEnumAttributeValue(attribute) })
    }

    /// Gives parameter `index` an attribute, such as `noalias` (whose value is 0) or `align`, in place of the one of that
    /// name.
    pub fn add_param_attribute(self, index: u32, name: &str, value: u64) {
        // SAFETY: a live function, whose context owns the attribute.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            LLVMAddAttributeAtIndex(
                self.0,
                index + 1,
                LLVMCreateEnumAttribute(context, attribute_kind(name), value),
            );
        }
    }

    /// The number that an attribute of the function itself such as `memory` carries; `None` where it is not there.
    pub fn attribute_number(self, name: &str) -> Option<u64> {
        let attribute = self.attribute(FUNCTION, name);
        // SAFETY: not null here; the caller names an attribute whose value is a number.
        (!attribute.is_null()).then(|| unsafe { LLVMGetEnumAttributeValue(attribute) })
    }

    /// The value of a text attribute of the function itself, such as `nvvm.reqntid`.
    pub fn text_attribute(self, name: &str) -> Option<String> {
        // SAFETY: a live function; name and length are those of a live string; the value is copied at once.
        unsafe {
            let (key, length) = (name.as_ptr().cast(), name.len() as u32);
            let attribute = LLVMGetStringAttributeAtIndex(self.0, FUNCTION, key, length);
            if attribute.is_null() {
                return None;
            }
            let mut length = 0;
            let value: *const u8 = LLVMGetStringAttributeValue(attribute, &mut length).cast();
            if value.is_null() {
                return Some(String::new());
            }
            let bytes = std::slice::from_raw_parts(value, length as usize);
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
    }

    /// Takes a text attribute of the function itself away, if it is there.
    pub fn remove_text_attribute(self, name: &str) {
        // SAFETY: a live function; pointer and length are those of a live string. What is not there is not removed.
        unsafe {
            LLVMRemoveStringAttributeAtIndex(
                self.0,
                FUNCTION,
                name.as_ptr().cast(),
                name.len() as u32,
            )
        }
    }

    /// The function with one parameter more, of this type, behind the others: another function, of the same name, with the body of this
    /// one, which is gone. Nothing may call it.
    pub fn with_parameter(self, ty: Ty<'c>) -> Func<'c> {
        let params = self.params().into_iter();
        let mut types: Vec<LLVMTypeRef> = params.map(|it| it.ty().0).chain([ty.0]).collect();
        // SAFETY: a live function of a live module. Blocks move whole, with the names of what is in them; whatever used the old
        // function or its parameters uses the new ones when it is deleted. All pointers come from LLVM and are used at once.
        unsafe {
            let old = self.0;
            let result = LLVMGetReturnType(LLVMGlobalGetValueType(old));
            let ty = LLVMFunctionType(result, types.as_mut_ptr(), types.len() as u32, 0);
            let new = LLVMAddFunction(LLVMGetGlobalParent(old), c"".as_ptr(), ty);
            LLVMSetLinkage(new, LLVMGetLinkage(old));
            LLVMSetVisibility(new, LLVMGetVisibility(old));
            LLVMSetUnnamedAddress(new, LLVMGetUnnamedAddress(old));
            LLVMSetFunctionCallConv(new, LLVMGetFunctionCallConv(old));
            if !LLVMGetSection(old).is_null() {
                LLVMSetSection(new, LLVMGetSection(old));
            }
            let common = LLVMCountParams(old);
            for place in (0..=common).chain([FUNCTION]) {
                let count = LLVMGetAttributeCountAtIndex(old, place);
                let mut attributes = vec![std::ptr::null_mut(); count as usize];
                LLVMGetAttributesAtIndex(old, place, attributes.as_mut_ptr());
                for attribute in attributes {
                    LLVMAddAttributeAtIndex(new, place, attribute);
                }
            }
            let mut count = 0;
            let entries = LLVMGlobalCopyAllMetadata(old, &mut count);
            for index in 0..count as u32 {
                let kind = LLVMValueMetadataEntriesGetKind(entries, index);
                let metadata = LLVMValueMetadataEntriesGetMetadata(entries, index);
                LLVMGlobalSetMetadata(new, kind, metadata);
            }
            LLVMDisposeValueMetadataEntries(entries);
            let mut next = LLVMGetFirstBasicBlock(old);
            while !next.is_null() {
                // Moving a block before another leaves it with the function that it is from; what is taken out knows none.
                LLVMRemoveBasicBlockFromParent(next);
                LLVMAppendExistingBasicBlock(new, next);
                next = LLVMGetFirstBasicBlock(old);
            }
            for index in 0..common {
                let (before, after) = (LLVMGetParam(old, index), LLVMGetParam(new, index));
                let name = Val::<'c>(before, PhantomData).name();
                LLVMReplaceAllUsesWith(before, after);
                LLVMSetValueName2(before, c"".as_ptr(), 0);
                LLVMSetValueName2(after, name.as_ptr().cast(), name.len());
            }
            let name = self.name();
            LLVMReplaceAllUsesWith(old, new);
            LLVMSetValueName2(old, c"".as_ptr(), 0);
            LLVMSetValueName2(new, name.as_ptr().cast(), name.len());
            LLVMDeleteFunction(old);
            Func(new, PhantomData)
        }
    }

    /// Takes away what the function says of its own execution and no longer keeps where its threads come to wait for each other: that
    /// they do not, and what memory it touches.
    pub fn admit_waiting(self) {
        for name in ["nosync", "memory"] {
            self.remove_attribute(name);
        }
    }

    /// Gives the function itself an attribute without a value, such as `alwaysinline`.
    pub fn add_attribute(self, name: &str) {
        // SAFETY: a live function, whose context owns the attribute.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            let attribute = LLVMCreateEnumAttribute(context, attribute_kind(name), 0);
            LLVMAddAttributeAtIndex(self.0, FUNCTION, attribute);
        }
    }

    /// Whether the function itself carries the attribute.
    pub fn has(self, name: &str) -> bool {
        !self.attribute(FUNCTION, name).is_null()
    }

    /// Takes an attribute of the function itself away, if it is there.
    pub fn remove_attribute(self, name: &str) -> bool {
        let there = !self.attribute(FUNCTION, name).is_null();
        if there {
            // SAFETY: a live function that has the attribute.
            unsafe { LLVMRemoveEnumAttributeAtIndex(self.0, FUNCTION, attribute_kind(name)) }
        }
        there
    }
}

fn attribute_kind(name: &str) -> u32 {
    // SAFETY: pointer and length are those of a live string.
    unsafe { LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len()) }
}

impl<'c> Blk<'c> {
    pub fn name(self) -> String {
        // SAFETY: a live block; the name is copied at once.
        unsafe {
            CStr::from_ptr(LLVMGetBasicBlockName(self.0))
                .to_string_lossy()
                .into_owned()
        }
    }

    pub fn instructions(self) -> Vec<Inst<'c>> {
        let mut found = Vec::new();
        // SAFETY: walks the instruction list of a live block.
        unsafe {
            let mut next = LLVMGetFirstInstruction(self.0);
            while !next.is_null() {
                found.push(Inst(next, PhantomData));
                next = LLVMGetNextInstruction(next);
            }
        }
        found
    }

    /// The last instruction: in a verified module, the terminator.
    pub fn last(self) -> Option<Inst<'c>> {
        // SAFETY: a live block.
        let last = unsafe { LLVMGetLastInstruction(self.0) };
        (!last.is_null()).then_some(Inst(last, PhantomData))
    }

    pub fn function(self) -> Func<'c> {
        // SAFETY: every block that is reached from a module is in a function.
        unsafe { Func(LLVMGetBasicBlockParent(self.0), PhantomData) }
    }
}
