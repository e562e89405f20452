//! What loads, stores and address computations say beside their operands, and variables of the module.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;

use super::{Build, Func, Inst, Opcode, Ty, Val};

impl<'c> Inst<'c> {
    fn is_load_or_store(self) -> bool {
        matches!(self.opcode(), Opcode::LLVMLoad | Opcode::LLVMStore)
    }

    /// The type of what a load or a store moves.
    pub fn moved(self) -> Option<Ty<'c>> {
        match self.opcode() {
            Opcode::LLVMLoad => Some(self.ty()),
            Opcode::LLVMStore => self.operand(0).map(Val::ty),
            _ => None,
        }
    }

    /// The alignment in bytes that a load or a store relies on.
    pub fn alignment(self) -> Option<u32> {
        // SAFETY: guarded by the opcode.
        self.is_load_or_store()
            .then(|| unsafe { LLVMGetAlignment(self.0) })
    }

    /// Lets a load or a store rely on an alignment in bytes, a power of two.
    pub fn set_alignment(self, bytes: u32) {
        debug_assert!(bytes.is_power_of_two());
        if self.is_load_or_store() {
            // SAFETY: guarded by the opcode.
            unsafe { LLVMSetAlignment(self.0, bytes) }
        }
    }

    /// The type in whose elements a getelementptr counts.
    pub fn counts_in(self) -> Option<Ty<'c>> {
        // SAFETY: guarded by the opcode.
        (self.opcode() == Opcode::LLVMGetElementPtr)
            .then(|| Ty(unsafe { LLVMGetGEPSourceElementType(self.0) }, PhantomData))
    }

    /// Whether a getelementptr stays inside its object.
    pub fn is_inbounds(self) -> bool {
        // SAFETY: guarded by the opcode.
        self.opcode() == Opcode::LLVMGetElementPtr && unsafe { LLVMIsInBounds(self.0) != 0 }
    }

    /// Whether an addition, subtraction or multiplication never wraps: `(as unsigned numbers, as signed ones)`.
    pub fn never_wraps(self) -> (bool, bool) {
        let can = matches!(
            self.opcode(),
            Opcode::LLVMAdd | Opcode::LLVMSub | Opcode::LLVMMul | Opcode::LLVMShl
        );
        // SAFETY: guarded by the opcode.
        match can {
            true => unsafe { (LLVMGetNUW(self.0) != 0, LLVMGetNSW(self.0) != 0) },
            false => (false, false),
        }
    }

    /// Promises that an addition, multiplication or truncation never wraps, as unsigned or as signed numbers.
    pub fn promise_no_wrap(self, unsigned: bool, signed: bool) {
        let can = matches!(
            self.opcode(),
            Opcode::LLVMAdd
                | Opcode::LLVMSub
                | Opcode::LLVMMul
                | Opcode::LLVMShl
                | Opcode::LLVMTrunc
        );
        if can {
            // SAFETY: instructions of these opcodes have both flags.
            unsafe {
                if unsigned {
                    LLVMSetNUW(self.0, 1);
                }
                if signed {
                    LLVMSetNSW(self.0, 1);
                }
            }
        }
    }

    /// Attaches an empty node of this kind, such as `invariant.load`.
    pub fn mark(self, kind: &str) {
        // SAFETY: a live instruction, whose context owns the node; pointer and length are those of a live string.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            let id = LLVMGetMDKindIDInContext(context, kind.as_ptr().cast(), kind.len() as u32);
            let node = LLVMMDNodeInContext2(context, std::ptr::null_mut(), 0);
            LLVMSetMetadata(self.0, id, LLVMMetadataAsValue(context, node));
        }
    }

    /// Whether it carries metadata of this kind.
    pub fn is_marked(self, kind: &str) -> bool {
        // SAFETY: a live instruction; pointer and length are those of a live string.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            let id = LLVMGetMDKindIDInContext(context, kind.as_ptr().cast(), kind.len() as u32);
            !LLVMGetMetadata(self.0, id).is_null()
        }
    }

    /// Whether what is called neither touches memory nor depends on which threads execute it together.
    pub fn calls_pure_function(self) -> bool {
        self.callee()
            .and_then(Val::as_function)
            .is_some_and(Func::is_pure)
    }
}

impl<'c> Func<'c> {
    /// Whether a call of it neither touches memory nor depends on which threads execute it together.
    pub fn is_pure(self) -> bool {
        const OWN: u32 = u32::MAX;
        let attribute = |name: &str| {
            // SAFETY: a live function; pointer and length are those of a live string.
            unsafe {
                let kind = LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len());
                let found = LLVMGetEnumAttributeAtIndex(self.0, OWN, kind);
                (!found.is_null()).then(|| LLVMGetEnumAttributeValue(found))
            }
        };
        // `memory(none)` is the number 0 (llvm/Support/ModRef.h).
        attribute("memory") == Some(0)
            && attribute("convergent").is_none()
            && attribute("nounwind").is_some()
            && attribute("willreturn").is_some()
    }
}

impl<'c> Val<'c> {
    /// The operator and the operands of a constant that is computed of others, such as the address of a shared array.
    pub fn constant_parts(self) -> Option<(Opcode, Vec<Val<'c>>)> {
        // SAFETY: a live value; operands are only asked of a constant expression, within their count.
        unsafe {
            (!LLVMIsAConstantExpr(self.0).is_null()).then(|| {
                let count = u32::try_from(LLVMGetNumOperands(self.0)).unwrap_or(0);
                let operand = |index| Val(LLVMGetOperand(self.0, index), PhantomData);
                (
                    LLVMGetConstOpcode(self.0),
                    (0..count).map(operand).collect(),
                )
            })
        }
    }

    /// Whether it is a variable of the module.
    pub fn is_variable(self) -> bool {
        // SAFETY: a live value.
        !unsafe { LLVMIsAGlobalVariable(self.0) }.is_null()
    }

    /// Whether it is a global whose contents or size are given elsewhere.
    pub fn is_declared_only(self) -> bool {
        // SAFETY: guarded by the question whether it is a global.
        self.is_global() && unsafe { LLVMIsDeclaration(self.0) != 0 }
    }

    /// The function whose argument it is, and which.
    pub fn as_argument(self) -> Option<(Func<'c>, u32)> {
        // SAFETY: a live value; the parent is only asked of an argument.
        let function = unsafe {
            (!LLVMIsAArgument(self.0).is_null())
                .then(|| Func(LLVMGetParamParent(self.0), PhantomData))?
        };
        let index = function.params().iter().position(|param| *param == self)?;
        Some((function, index as u32))
    }
}

impl<'c> Ty<'c> {
    /// The type of an array's elements.
    pub fn array_element(self) -> Option<Ty<'c>> {
        // SAFETY: guarded by the kind.
        (self.kind() == super::TypeKind::LLVMArrayTypeKind)
            .then(|| Ty(unsafe { LLVMGetElementType(self.0) }, PhantomData))
    }

    /// How many elements an array type has.
    pub fn array_length(self) -> Option<u64> {
        // SAFETY: guarded by the kind.
        self.array_element()
            .map(|_| unsafe { LLVMGetArrayLength2(self.0) })
    }

    /// The type of an array of so many of these.
    pub fn array(self, length: u64) -> Ty<'c> {
        // SAFETY: a live type that arrays have as elements, as the caller sees to.
        Ty(unsafe { LLVMArrayType2(self.0, length) }, PhantomData)
    }

    /// How many elements a row has of an array of rows, of rows of rows and so on; `None` for any other type.
    pub fn row_elements(self) -> Option<u64> {
        let element = self.array_element()?;
        match element.array_element() {
            Some(inner) if inner.array_element().is_none() => element.array_length(),
            Some(_) => element.row_elements(),
            None => None,
        }
    }

    /// Bytes of a number type whose width is a whole number of bytes.
    pub fn number_bytes(self) -> Option<u32> {
        use crate::ir::address::Float;
        let bits = match (self.int_bits(), self.float()) {
            (Some(bits), _) => bits,
            (_, Some(Float::Half | Float::BFloat)) => 16,
            (_, Some(Float::Float)) => 32,
            (_, Some(Float::Double)) => 64,
            _ => return None,
        };
        matches!(bits, 8 | 16 | 32 | 64).then_some(bits / 8)
    }
}

impl<'c> Build<'c> {
    /// As [`Build::offset`], inside the object that `pointer` points into.
    pub fn offset_inside(&self, of: Ty<'c>, pointer: Val<'c>, index: Val<'c>) -> Val<'c> {
        let mut indices = [index.0];
        // SAFETY: a live builder in a block, a pointer and an integer.
        unsafe {
            let (count, unnamed) = (indices.len() as u32, c"".as_ptr());
            let made = LLVMBuildInBoundsGEP2(
                self.raw(),
                of.0,
                pointer.0,
                indices.as_mut_ptr(),
                count,
                unnamed,
            );
            Val(made, PhantomData)
        }
    }
}

/// What inline assembly does to memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touches {
    Reads,
    Writes,
}

/// LLVM 22's number of the attributes `memory(read)` and `memory(write)`: two bits for each of six kinds of memory
/// (llvm/Support/ModRef.h).
const READS: u64 = 0x555;
const WRITES: u64 = 0xaaa;

impl<'c> Build<'c> {
    /// Calls inline assembly that reads or writes memory and does nothing else; `result` is `None` where it has none.
    pub fn assembly(
        &self,
        (template, constraints): (&str, &str),
        result: Option<Ty<'c>>,
        args: &[Val<'c>],
        touches: Touches,
    ) -> Val<'c> {
        let mut types: Vec<_> = args.iter().map(|arg| arg.ty().0).collect();
        let mut args: Vec<_> = args.iter().map(|arg| arg.0).collect();
        // SAFETY: a live builder in a block, whose context owns all types; pointers and lengths are those of live strings and
        // vectors; the constraints fit the arguments, as the caller sees to.
        unsafe {
            let block = LLVMGetInsertBlock(self.raw());
            let context = LLVMGetTypeContext(LLVMTypeOf(LLVMBasicBlockAsValue(block)));
            let result = result.map_or_else(|| LLVMVoidTypeInContext(context), |ty| ty.0);
            let ty = LLVMFunctionType(result, types.as_mut_ptr(), types.len() as u32, 0);
            let assembly = LLVMGetInlineAsm(
                ty,
                template.as_ptr().cast(),
                template.len(),
                constraints.as_ptr().cast(),
                constraints.len(),
                i32::from(touches == Touches::Writes),
                0,
                inkwell::llvm_sys::LLVMInlineAsmDialect::LLVMInlineAsmDialectATT,
                0,
            );
            let (count, unnamed) = (args.len() as u32, c"".as_ptr());
            let call = LLVMBuildCall2(self.raw(), ty, assembly, args.as_mut_ptr(), count, unnamed);
            let memory = match touches {
                Touches::Reads => READS,
                Touches::Writes => WRITES,
            };
            for (name, value) in [("memory", memory), ("nounwind", 0), ("willreturn", 0)] {
                let kind = LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len());
                let attribute = LLVMCreateEnumAttribute(context, kind, value);
                LLVMAddCallSiteAttribute(call, u32::MAX, attribute);
            }
            Val(call, PhantomData)
        }
    }

    /// Memory of the thread, which lives as long as the function runs where this stands in its first block.
    pub fn slot(&self, ty: Ty<'c>) -> Val<'c> {
        // SAFETY: a live builder in a block and a first-class type.
        unsafe {
            let made = LLVMBuildAlloca(self.raw(), ty.0, c"".as_ptr());
            Val(made, PhantomData)
        }
    }
}

impl<'c> Ty<'c> {
    /// The type of pointers into this address space, in the context of this type.
    pub fn pointer(self, space: u32) -> Ty<'c> {
        // SAFETY: a live type's context.
        unsafe {
            let context = LLVMGetTypeContext(self.0);
            Ty(LLVMPointerTypeInContext(context, space), PhantomData)
        }
    }

    /// Bytes of a number, or of an array of such; `None` for anything else.
    pub fn table_bytes(self) -> Option<u64> {
        match self.array_element() {
            // SAFETY: an array type, as its elements say.
            Some(element) => element
                .table_bytes()?
                .checked_mul(unsafe { LLVMGetArrayLength2(self.0) }),
            None => self.number_bytes().map(u64::from),
        }
    }
}
