//! The typed program: what PTX text becomes.

use std::fmt;

/// How the bits of a value are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Bits,
    Unsigned,
    Signed,
    Float,
    Predicate,
}

/// A PTX fundamental type: `.u32`, `.f64`, `.pred`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ty {
    pub kind: Kind,
    /// 8, 16, 32 or 64; 1 for a predicate.
    pub bits: u8,
}

impl Ty {
    pub const PRED: Ty = Ty {
        kind: Kind::Predicate,
        bits: 1,
    };
    pub const B32: Ty = Ty {
        kind: Kind::Bits,
        bits: 32,
    };

    /// Reads `u32`, `f64`, `pred`, … (without the dot). The 16-bit floats and packed types are not among them.
    pub fn parse(text: &str) -> Option<Ty> {
        if text == "pred" {
            return Some(Ty::PRED);
        }
        let kind = match text.as_bytes().first()? {
            b'b' => Kind::Bits,
            b'u' => Kind::Unsigned,
            b's' => Kind::Signed,
            b'f' => Kind::Float,
            _ => return None,
        };
        let bits = match &text[1..] {
            "8" => 8,
            "16" => 16,
            "32" => 32,
            "64" => 64,
            _ => return None,
        };
        (kind != Kind::Float || bits >= 32).then_some(Ty { kind, bits })
    }

    pub fn bytes(self) -> usize {
        usize::from(self.bits).div_ceil(8)
    }

    pub fn is_float(self) -> bool {
        self.kind == Kind::Float
    }

    pub fn is_signed(self) -> bool {
        self.kind == Kind::Signed
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind {
            Kind::Predicate => return f.write_str("pred"),
            Kind::Bits => 'b',
            Kind::Unsigned => 'u',
            Kind::Signed => 's',
            Kind::Float => 'f',
        };
        write!(f, "{letter}{}", self.bits)
    }
}

/// A state space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Space {
    Generic,
    Global,
    Shared,
    Local,
    Const,
    Param,
}

/// A declared register, by index into [`Kernel::regs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reg(pub u32);

/// A register as declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegDecl {
    pub name: String,
    pub ty: Ty,
}

/// A special register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Special {
    /// Thread index, by dimension (x, y, z = 0, 1, 2; the fourth component is 0).
    Tid(u8),
    Ntid(u8),
    Ctaid(u8),
    Nctaid(u8),
    LaneId,
    WarpId,
    NWarpId,
    LanemaskEq,
    LanemaskLe,
    LanemaskLt,
    LanemaskGe,
    LanemaskGt,
    SmId,
    NSmId,
    GridId,
    /// Any clock or timer: reads as the warp's own instruction count, which keeps results independent of the timing model.
    Clock,
    DynamicSharedSize,
    TotalSharedSize,
}

/// A source operand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operand {
    Reg(Reg),
    /// Bits of an immediate, already converted to the instruction's type (sign-extended to 64 bits for integers).
    Imm(u64),
    Special(Special),
    /// The address of [`Program::vars`] entry `var` plus `offset`, in the variable's own space.
    Var {
        var: usize,
        offset: i64,
    },
}

/// What an address starts from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    None,
    Reg(Reg),
    Var(usize),
    /// A kernel parameter, by byte offset in the parameter block.
    Param(usize),
}

/// `[base + offset]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Address {
    pub base: Base,
    pub offset: i64,
}

/// `.rn` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Round {
    #[default]
    NearestEven,
    Zero,
    Down,
    Up,
}

/// Modifiers of an arithmetic instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mods {
    /// Subnormal inputs and results become zero of the same sign (f32 only).
    pub ftz: bool,
    /// Integer: clamp to the type. Float: clamp to [0, 1], NaN to 0.
    pub sat: bool,
    /// `.approx` or `.full`: a fast sequence rather than the IEEE one. Results here are the correctly rounded ones, which
    /// is within the documented error; only the cost differs.
    pub approx: bool,
    /// `.NaN` of min and max: a NaN operand gives NaN.
    pub nan: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnOp {
    Neg,
    Abs,
    Not,
    /// `cnot`: 1 if zero, else 0.
    Cnot,
    Popc,
    Clz,
    Brev,
    Bfind,
    BfindShift,
    Rcp,
    Sqrt,
    Rsqrt,
    Ex2,
    Lg2,
    Sin,
    Cos,
    Tanh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinOp {
    Add,
    Sub,
    MulLo,
    MulHi,
    MulWide,
    Div,
    Rem,
    Min,
    Max,
    And,
    Or,
    Xor,
    Shl,
    Shr,
    Copysign,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriOp {
    /// `mad.lo` and its 24-bit kin.
    MadLo,
    MadHi,
    MadWide,
    /// `fma`, and `mad` of floats.
    Fma,
    Bfe,
    Sad,
    /// `prmt` with the default mode.
    Prmt,
    ShfLeftClamp,
    ShfLeftWrap,
    ShfRightClamp,
    ShfRightWrap,
    /// `slct` with an s32 selector.
    SlctS32,
    /// `slct` with an f32 selector.
    SlctF32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    /// The unordered float comparisons: true when an operand is NaN.
    Equ,
    Neu,
    Ltu,
    Leu,
    Gtu,
    Geu,
    /// Both are numbers.
    Num,
    /// One is NaN.
    Nan,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
    Xor,
}

/// A predicate source, perhaps negated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PredSrc {
    pub src: Operand,
    pub negated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomOp {
    Add,
    Min,
    Max,
    Exch,
    Cas,
    And,
    Or,
    Xor,
    Inc,
    Dec,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShflMode {
    Up,
    Down,
    Bfly,
    Idx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteMode {
    All,
    Any,
    Uni,
    Ballot,
}

/// One operation. Destinations come first, as in the text; `None` is the sink `_`.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    Mov {
        ty: Ty,
        dst: Reg,
        src: Operand,
    },
    /// `mov.b64 %rd, {%a, %b}`: the first element is the lowest.
    Pack {
        ty: Ty,
        dst: Reg,
        srcs: Vec<Operand>,
    },
    Unpack {
        ty: Ty,
        dsts: Vec<Option<Reg>>,
        src: Operand,
    },
    Un {
        op: UnOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        mods: Mods,
    },
    Bin {
        op: BinOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        mods: Mods,
    },
    Tri {
        op: TriOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        c: Operand,
        mods: Mods,
    },
    Lop3 {
        dst: Reg,
        a: Operand,
        b: Operand,
        c: Operand,
        table: u8,
    },
    Bfi {
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        pos: Operand,
        len: Operand,
    },
    Setp {
        cmp: Cmp,
        ty: Ty,
        dst: Option<Reg>,
        not_dst: Option<Reg>,
        a: Operand,
        b: Operand,
        with: Option<(BoolOp, PredSrc)>,
        mods: Mods,
    },
    Set {
        cmp: Cmp,
        dty: Ty,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        with: Option<(BoolOp, PredSrc)>,
        mods: Mods,
    },
    Selp {
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        p: Operand,
    },
    /// `round: None` of float to float of the same or a wider type is exact; `integral` is the `.rni` family, which rounds a float
    /// to an integral float.
    Cvt {
        dst: Reg,
        dty: Ty,
        src: Operand,
        sty: Ty,
        round: Round,
        integral: bool,
        mods: Mods,
    },
    /// Space address to generic address, or back (`to`).
    Cvta {
        to: bool,
        space: Space,
        dst: Reg,
        src: Operand,
    },
    Isspacep {
        space: Space,
        dst: Reg,
        src: Operand,
    },
    /// `non_coherent`: through the read-only path (`.nc`).
    Ld {
        space: Space,
        ty: Ty,
        dsts: Vec<Option<Reg>>,
        addr: Address,
        non_coherent: bool,
        volatile: bool,
    },
    St {
        space: Space,
        ty: Ty,
        srcs: Vec<Operand>,
        addr: Address,
        volatile: bool,
    },
    /// `red` is an `atom` without destination.
    Atom {
        space: Space,
        op: AtomOp,
        ty: Ty,
        dst: Option<Reg>,
        addr: Address,
        b: Operand,
        c: Option<Operand>,
    },
    /// Index into [`Kernel::insts`].
    Bra {
        target: usize,
    },
    /// Indirect branch: `targets[index]`.
    Brx {
        index: Operand,
        targets: Vec<usize>,
    },
    Ret,
    Exit,
    Trap,
    Bar {
        id: Operand,
        count: Option<Operand>,
    },
    BarWarp {
        mask: Operand,
    },
    Shfl {
        mode: ShflMode,
        dst: Reg,
        ok: Option<Reg>,
        a: Operand,
        lane: Operand,
        clamp: Operand,
        mask: Operand,
    },
    Vote {
        mode: VoteMode,
        dst: Reg,
        p: PredSrc,
        mask: Operand,
    },
    Activemask {
        dst: Reg,
    },
    /// `match.any.sync`, or `match.all.sync` with its optional predicate.
    Match {
        all: bool,
        ty: Ty,
        dst: Reg,
        ok: Option<Reg>,
        a: Operand,
        mask: Operand,
    },
    Redux {
        op: AtomOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        mask: Operand,
    },
    Fence,
    Nop,
}

/// `@%p` or `@!%p`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    pub reg: Reg,
    pub negated: bool,
}

/// One instruction of a kernel.
#[derive(Debug, Clone, PartialEq)]
pub struct Inst {
    pub guard: Option<Guard>,
    pub op: Op,
    /// 1-based line of the PTX text.
    pub line: u32,
    /// File number and line of the `.loc` directive in force, if any.
    pub source: Option<(u32, u32)>,
}

/// A kernel parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
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
    pub name: String,
    pub space: Space,
    pub align: usize,
    /// Zero for dynamic shared memory (`.extern .shared name[]`).
    pub bytes: usize,
    /// Initial bytes; empty if none are given (global and constant variables then start as zeros).
    pub init: Vec<u8>,
    /// Addresses of other variables inside the initial bytes: (offset, variable, addend).
    pub pointers: Vec<(usize, usize, i64)>,
    /// Kernel that declares it, or `None` for a module variable.
    pub kernel: Option<usize>,
    pub dynamic: bool,
}

/// A basic block: `insts[start..end]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub start: usize,
    pub end: usize,
    /// Successor blocks; a block that may leave the kernel also has none or fewer than its paths.
    pub succs: Vec<usize>,
    /// Immediate post-dominator: where lanes that part here meet again. `None` is the exit of the kernel.
    pub ipdom: Option<usize>,
}

/// An `.entry`.
#[derive(Debug, Clone, PartialEq)]
pub struct Kernel {
    pub name: String,
    pub params: Vec<Param>,
    /// Size of the parameter block, bytes.
    pub param_bytes: usize,
    pub regs: Vec<RegDecl>,
    pub insts: Vec<Inst>,
    pub blocks: Vec<Block>,
    /// Threads per block that the kernel was compiled for (`.maxntid`, `.reqntid`), as a product.
    pub max_threads: Option<u32>,
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
    pub kernels: Vec<Kernel>,
    pub vars: Vec<Var>,
}

impl Program {
    /// The kernel called `name`.
    pub fn kernel(&self, name: &str) -> Option<&Kernel> {
        self.kernels.iter().find(|kernel| kernel.name == name)
    }
}
