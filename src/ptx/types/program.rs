//! Instructions, basic blocks, kernels, variables, modules.

use super::{Op, Reg, RegDecl, Space, Ty};
use crate::ptx::PtxError;

/// `@%p` or `@!%p`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    /// The predicate.
    pub reg: Reg,
    /// Whether the instruction runs where the predicate is false.
    pub negated: bool,
}

/// One instruction of a kernel.
#[derive(Debug, Clone, PartialEq)]
pub struct Inst {
    /// Lanes where it does not hold skip the instruction.
    pub guard: Option<Guard>,
    /// What it does.
    pub op: Op,
    /// 1-based line of the PTX text.
    pub line: u32,
    /// File number and line of the `.loc` directive in force, if any.
    pub source: Option<(u32, u32)>,
}

/// A kernel parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// As declared.
    pub name: String,
    /// Type of one element.
    pub ty: Ty,
    /// Size in bytes; larger than the type for arrays (structures passed by value).
    pub bytes: usize,
    /// Offset in the parameter block, bytes.
    pub offset: usize,
    /// Whether it is declared as an array (`.param .b8 name[16]`).
    pub array: bool,
}

/// A variable in shared, local, global or constant space.
#[derive(Debug, Clone, PartialEq)]
pub struct Var {
    /// As declared.
    pub name: String,
    /// Where it lives.
    pub space: Space,
    /// Alignment, bytes.
    pub align: usize,
    /// Zero for dynamic shared memory (`.extern .shared name[]`).
    pub bytes: usize,
    /// Initial bytes; empty if none are given (global and constant variables then start as zeros).
    pub init: Vec<u8>,
    /// Addresses of other variables inside the initial bytes: (offset, variable, addend).
    pub pointers: Vec<(usize, usize, i64)>,
    /// Kernel that declares it, or `None` for a module variable.
    pub kernel: Option<usize>,
    /// Whether its size is a launch's dynamic shared memory.
    pub dynamic: bool,
    /// Declared `.extern`: another module would have to define it (dynamic shared memory aside).
    pub external: bool,
}

/// Where a parameter or a return value of a device function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormalAt {
    /// A variable in parameter space, by index into `Program::vars`.
    Var(usize),
    /// A register of the function.
    Reg(Reg),
}

/// A parameter or a return value of a device function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formal {
    /// Where the function has it.
    pub at: FormalAt,
    /// Type of one element.
    pub ty: Ty,
    /// Size in bytes.
    pub bytes: usize,
}

/// A `.func`.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// As declared.
    pub name: String,
    /// The entry of `Program::vars` whose address is the function's.
    pub var: usize,
    /// Return values, in the order of the signature; empty as long as there is no body.
    pub returns: Vec<Formal>,
    /// Parameters, in the order of the signature; empty as long as there is no body.
    pub args: Vec<Formal>,
    /// `None` if it is only declared, an error if something in it is not supported.
    pub body: Option<Result<Kernel, PtxError>>,
}

/// A basic block: `insts[start..end]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// First instruction.
    pub start: usize,
    /// One past the last instruction.
    pub end: usize,
    /// Successor blocks; a block that may leave the kernel also has none or fewer than its paths.
    pub succs: Vec<usize>,
    /// Immediate post-dominator: where lanes that part here meet again. `None` is the exit of the kernel.
    pub ipdom: Option<usize>,
}

/// An `.entry`.
#[derive(Debug, Clone, PartialEq)]
pub struct Kernel {
    /// As declared.
    pub name: String,
    /// In the order of the signature.
    pub params: Vec<Param>,
    /// Size of the parameter block, bytes.
    pub param_bytes: usize,
    /// Every declared register; [`Reg`] is an index into this list.
    pub regs: Vec<RegDecl>,
    /// In the order of the text; the last one is a `ret`.
    pub insts: Vec<Inst>,
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// Threads per block that the kernel was compiled for (`.maxntid`, `.reqntid`), as a product.
    pub max_threads: Option<u32>,
    /// The block that it must be launched with (`.reqntid`).
    pub required_block: Option<[u32; 3]>,
    /// Registers that a thread may have (`.maxnreg`).
    pub max_registers: Option<u32>,
    /// Blocks that are to share a multiprocessor, at least (`.minnctapersm`).
    pub min_blocks: Option<u32>,
    /// 32-bit registers live at once at the fullest point, plus a small allowance for addressing and the ABI.
    pub registers: u32,
}

/// A module.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Program {
    /// `.version`, as written.
    pub version: String,
    /// `.target`, as written.
    pub target: String,
    /// Source files by the number that `.loc` directives use.
    pub files: Vec<(u32, String)>,
    /// Every `.entry`, in the order of the text.
    pub kernels: Vec<Kernel>,
    /// Every `.func`, in the order of their declarations.
    pub functions: Vec<Function>,
    /// Every variable, of the module, of its kernels and of its functions; [`Operand::Var`](super::Operand::Var) is an index into this list.
    pub vars: Vec<Var>,
}

impl Program {
    /// The kernel called `name`.
    pub fn kernel(&self, name: &str) -> Option<&Kernel> {
        self.kernels.iter().find(|kernel| kernel.name == name)
    }
}
