//! Makes the [`Sketch`] of a verified module.

use std::collections::BTreeMap;

use inkwell::module::Module;

use super::flow::{self, Flow};
use super::{Block, Function, Instruction, Is, Kind, Loop, Operand, Param, Role, Sketch, TypeId};
use crate::ir::address::BlockName;
use crate::ir::raw::{self, Blk, Func, Inst, Opcode, Ty, Val};

/// Walks the module once for numbers and once for contents (a phi may name what comes after it).
pub fn sketch(module: &Module<'_>) -> Sketch {
    let mut builder = Builder::default();
    let functions = raw::functions(module);
    for &function in &functions {
        builder.number(function);
    }
    for (index, &function) in (0..).zip(&functions) {
        builder.describe(index, function);
    }
    builder.count_uses();
    builder.sketch
}

#[derive(Default)]
struct Builder<'c> {
    sketch: Sketch,
    blocks: Vec<Blk<'c>>,
    block_numbers: BTreeMap<Blk<'c>, u32>,
    instructions: Vec<Inst<'c>>,
    instruction_numbers: BTreeMap<usize, u32>,
    arguments: BTreeMap<usize, u32>,
}

impl<'c> Builder<'c> {
    fn number(&mut self, function: Func<'c>) {
        for (index, param) in (0..).zip(function.params()) {
            self.arguments.insert(param.id(), index);
        }
        for block in function.blocks() {
            self.block_numbers.insert(block, self.blocks.len() as u32);
            self.blocks.push(block);
            for instruction in block.instructions() {
                self.instruction_numbers
                    .insert(instruction.value().id(), self.instructions.len() as u32);
                self.instructions.push(instruction);
            }
        }
    }

    fn describe(&mut self, index: u32, function: Func<'c>) {
        let first_block = self.sketch.blocks.len() as u32;
        let first_instruction = self.sketch.instructions.len() as u32;
        let blocks = function.blocks();
        for &block in &blocks {
            self.describe_block(index, block);
        }
        let last_block = self.sketch.blocks.len() as u32;
        self.add_flow(first_block..last_block);
        let params = (0..)
            .zip(function.params())
            .map(|(at, param)| self.param(function, at, param))
            .collect();
        self.sketch.functions.push(Function {
            name: function.name(),
            kernel: function.is_kernel(),
            params,
            blocks: first_block..last_block,
            instructions: first_instruction..self.sketch.instructions.len() as u32,
        });
    }

    fn param(&mut self, function: Func<'c>, index: u32, param: Val<'c>) -> Param {
        let ty = param.ty();
        let kind = match (
            function.param_by_value(index),
            ty.address_space(),
            ty.int_bits(),
            ty.float(),
        ) {
            (Some(by_value), ..) => Kind::Other(format!("{} by value", by_value.text())),
            (_, Some(space), ..) => Kind::Pointer { space },
            (_, _, Some(bits), _) => Kind::Int { bits },
            (_, _, _, Some(float)) => Kind::Float(float),
            _ => Kind::Other(ty.text()),
        };
        Param {
            name: param.name(),
            ty: self.ty(ty),
            kind,
            noalias: function.param_has(index, "noalias"),
        }
    }

    fn describe_block(&mut self, function: u32, block: Blk<'c>) {
        let first = self.sketch.instructions.len() as u32;
        let number = BlockName(self.block_numbers[&block]);
        for instruction in block.instructions() {
            let described = self.instruction(number, instruction);
            self.sketch.instructions.push(described);
        }
        let successors = block.last().map(Inst::successors).unwrap_or_default();
        self.sketch.blocks.push(Block {
            function,
            label: block.name(),
            instructions: first..self.sketch.instructions.len() as u32,
            successors: successors
                .iter()
                .map(|next| BlockName(self.block_numbers[next]))
                .collect(),
            idom: None,
            reachable: false,
            depth: 0,
            header: None,
        });
    }

    fn instruction(&mut self, block: BlockName, instruction: Inst<'c>) -> Instruction {
        let operands = (0..instruction.operand_count())
            .filter_map(|index| {
                let value = instruction.operand(index)?;
                let mut variables = value.globals_within();
                variables.retain(|it| it.is_shared_variable());
                variables.retain(|it| it.contents().and_then(Ty::row_elements).is_some());
                let tiles = variables.into_iter().map(Val::name);
                self.sketch.tiles.extend(tiles);
                Some(Operand {
                    is: self.is(value),
                    ty: self.ty(value.ty()),
                    free: instruction.is_free(index),
                })
            })
            .collect();
        let callee = instruction.callee().map(|callee| match callee.is_global() {
            true => callee.name(),
            false if instruction.is_inline_asm() => "asm".to_owned(),
            false => "indirect".to_owned(),
        });
        Instruction {
            block,
            opcode: opcode_text(instruction.opcode()).to_owned(),
            detail: callee.or(instruction.predicate().map(str::to_owned)),
            ty: self.ty(instruction.ty()),
            operands,
            uses: Vec::new(),
            role: role(instruction),
            fast_math: instruction.fast_math(),
            line: instruction.line(),
        }
    }

    fn is(&self, value: Val<'c>) -> Is {
        if let Some(&number) = self.instruction_numbers.get(&value.id()) {
            return Is::Inst(number);
        }
        if let Some(&index) = self.arguments.get(&value.id()) {
            return Is::Arg(index);
        }
        if let Some(number) = value
            .as_block()
            .and_then(|block| self.block_numbers.get(&block))
        {
            return Is::Block(BlockName(*number));
        }
        match value.constant() {
            Some(constant) => Is::Const(constant),
            None if value.is_global() => Is::Other(format!("@{}", value.name())),
            None => Is::Other(value.text()),
        }
    }

    fn ty(&mut self, ty: Ty<'c>) -> TypeId {
        let text = ty.text();
        let known = self.sketch.types.iter().position(|known| *known == text);
        let index = known.unwrap_or_else(|| {
            self.sketch.types.push(text);
            self.sketch.types.len() - 1
        });
        TypeId(index as u32)
    }

    fn add_flow(&mut self, range: std::ops::Range<u32>) {
        let first = range.start;
        let blocks = &mut self.sketch.blocks[first as usize..range.end as usize];
        let local = |block: &BlockName| (block.0 - first) as usize;
        let named = |block: usize| BlockName(block as u32 + first);
        let successors: Vec<Vec<usize>> = blocks
            .iter()
            .map(|block| block.successors.iter().map(local).collect())
            .collect();
        let Flow {
            idom,
            reachable,
            loops,
        } = flow::analyse(&successors);
        for (index, block) in blocks.iter_mut().enumerate() {
            block.idom = idom[index].map(named);
            block.reachable = reachable[index];
        }
        for found in loops {
            found
                .body
                .iter()
                .for_each(|&inside| blocks[inside].depth += 1);
            blocks[found.header].header = Some(Loop {
                latches: found.latches.into_iter().map(named).collect(),
                body: found.body.into_iter().map(named).collect(),
            });
        }
    }

    fn count_uses(&mut self) {
        let mut uses = vec![Vec::new(); self.sketch.instructions.len()];
        for (user, instruction) in (0..).zip(&self.sketch.instructions) {
            for (index, operand) in (0..).zip(&instruction.operands) {
                if let Is::Inst(used) = operand.is {
                    uses[used as usize].push((user, index));
                }
            }
        }
        for (instruction, uses) in self.sketch.instructions.iter_mut().zip(uses) {
            instruction.uses = uses;
        }
    }
}

/// Which instructions edits leave where they are: control flow, phis, the frame, and what only exists for the compiler
/// (tokens, markers). An alloca outside the entry block would grow the stack at run time, so it stays as well.
pub(in crate::ir) fn role(instruction: Inst<'_>) -> Role {
    let fixed = instruction.is_terminator()
        || matches!(
            instruction.opcode(),
            Opcode::LLVMPHI | Opcode::LLVMAlloca | Opcode::LLVMLandingPad
        )
        || !(instruction.ty().is_void() || instruction.ty().is_first_class())
        || instruction.is_marker();
    if fixed { Role::Fixed } else { Role::Plain }
}

/// LLVM's spelling of an opcode.
pub(in crate::ir) fn opcode_text(opcode: Opcode) -> &'static str {
    match opcode {
        Opcode::LLVMRet => "ret",
        Opcode::LLVMBr => "br",
        Opcode::LLVMSwitch => "switch",
        Opcode::LLVMIndirectBr => "indirectbr",
        Opcode::LLVMInvoke => "invoke",
        Opcode::LLVMUnreachable => "unreachable",
        Opcode::LLVMCallBr => "callbr",
        Opcode::LLVMFNeg => "fneg",
        Opcode::LLVMAdd => "add",
        Opcode::LLVMFAdd => "fadd",
        Opcode::LLVMSub => "sub",
        Opcode::LLVMFSub => "fsub",
        Opcode::LLVMMul => "mul",
        Opcode::LLVMFMul => "fmul",
        Opcode::LLVMUDiv => "udiv",
        Opcode::LLVMSDiv => "sdiv",
        Opcode::LLVMFDiv => "fdiv",
        Opcode::LLVMURem => "urem",
        Opcode::LLVMSRem => "srem",
        Opcode::LLVMFRem => "frem",
        Opcode::LLVMShl => "shl",
        Opcode::LLVMLShr => "lshr",
        Opcode::LLVMAShr => "ashr",
        Opcode::LLVMAnd => "and",
        Opcode::LLVMOr => "or",
        Opcode::LLVMXor => "xor",
        Opcode::LLVMAlloca => "alloca",
        Opcode::LLVMLoad => "load",
        Opcode::LLVMStore => "store",
        Opcode::LLVMGetElementPtr => "getelementptr",
        Opcode::LLVMTrunc => "trunc",
        Opcode::LLVMZExt => "zext",
        Opcode::LLVMSExt => "sext",
        Opcode::LLVMFPToUI => "fptoui",
        Opcode::LLVMFPToSI => "fptosi",
        Opcode::LLVMUIToFP => "uitofp",
        Opcode::LLVMSIToFP => "sitofp",
        Opcode::LLVMFPTrunc => "fptrunc",
        Opcode::LLVMFPExt => "fpext",
        Opcode::LLVMPtrToInt => "ptrtoint",
        Opcode::LLVMPtrToAddr => "ptrtoaddr",
        Opcode::LLVMIntToPtr => "inttoptr",
        Opcode::LLVMBitCast => "bitcast",
        Opcode::LLVMAddrSpaceCast => "addrspacecast",
        Opcode::LLVMICmp => "icmp",
        Opcode::LLVMFCmp => "fcmp",
        Opcode::LLVMPHI => "phi",
        Opcode::LLVMCall => "call",
        Opcode::LLVMSelect => "select",
        Opcode::LLVMVAArg => "va_arg",
        Opcode::LLVMExtractElement => "extractelement",
        Opcode::LLVMInsertElement => "insertelement",
        Opcode::LLVMShuffleVector => "shufflevector",
        Opcode::LLVMExtractValue => "extractvalue",
        Opcode::LLVMInsertValue => "insertvalue",
        Opcode::LLVMFreeze => "freeze",
        Opcode::LLVMFence => "fence",
        Opcode::LLVMAtomicCmpXchg => "cmpxchg",
        Opcode::LLVMAtomicRMW => "atomicrmw",
        _ => "other",
    }
}
