//! Branches that only ever go one way, by what is known of arguments and launches: intervals, computed over the edited
//! module.

use super::super::address::{Constant, Name};
use super::super::error::Skip;
use super::super::raw::{Inst, Object, Opcode, Val};
use super::Variant;

/// What is known of a kernel wherever it is launched.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The least and the most that parameters are, as signed numbers; `i64::MAX` is the most that the type holds.
    pub arguments: Vec<Option<(i64, i64)>>,
    /// Threads of a block in x, y and z.
    pub block: Option<[u32; 3]>,
    /// The most blocks of a grid in x, y and z.
    pub grid: Option<[u32; 3]>,
    /// Dimensions and parameters of which it is known that the number of a thread within the grid is below the parameter.
    pub covered: Vec<(usize, u32)>,
}

/// The least and the most that a value is, as a signed number of its type.
type Range = (i128, i128);

/// No number in particular: as large as the type allows.
const END: i128 = i64::MAX as i128;

/// How many values one question may look at.
const FUEL: u32 = 400;

/// Largest block, in threads, and largest grid, in blocks, in any dimension of any device (CUDA C++ Programming Guide,
/// "Technical Specifications per Compute Capability").
const LARGEST: (i128, i128) = (1024, i32::MAX as i128);

impl<'c> Variant<'c> {
    /// The way that a branch always goes (`true`: where its test holds), if that follows from what is known of its kernel.
    ///
    /// # Errors
    /// No branch of two ways.
    pub fn always(&self, name: Name, known: &Known) -> Result<Option<bool>, Skip> {
        let test = self.test_of(name)?;
        let mut question = Question { known, fuel: FUEL };
        Ok(question.holds(test))
    }

    /// The kernel that a branch is in.
    pub fn kernel_of(&self, name: Name) -> Result<String, Skip> {
        Ok(self.get(name)?.block().function().name())
    }

    /// Lets a branch go one way whatever it tests.
    pub fn go(&mut self, name: Name, way: bool) -> Result<(), Skip> {
        let test = self.test_of(name)?;
        if test.is_constant() {
            return Err(Skip::NoEffect);
        }
        let constant = test.ty().number(u64::from(way));
        self.get(name)?.set_operand(0, constant);
        Ok(())
    }

    fn test_of(&self, name: Name) -> Result<Val<'c>, Skip> {
        let test = self.get(name)?.tests();
        test.ok_or_else(|| Skip::Unfit(format!("{name} is no branch of two ways")))
    }
}

struct Question<'k> {
    known: &'k Known,
    fuel: u32,
}

impl Question<'_> {
    fn holds(&mut self, test: Val<'_>) -> Option<bool> {
        if let Some(Constant::Int { value, .. }) = test.constant() {
            return Some(value != 0);
        }
        let compare = test.as_instruction()?;
        let order = compare
            .predicate()
            .filter(|_| compare.opcode() == Opcode::LLVMICmp)?;
        let (left, right) = (compare.operand(0)?, compare.operand(1)?);
        if self.is_covered(left, right) {
            match order {
                "slt" | "ult" | "sle" | "ule" | "ne" => return Some(true),
                "sge" | "uge" | "sgt" | "ugt" | "eq" => return Some(false),
                _ => {}
            }
        }
        let (a, b) = (self.range(left)?, self.range(right)?);
        // Without signs the order is the same only where both are no less than 0.
        let comparable = !order.starts_with('u') || (a.0 >= 0 && b.0 >= 0);
        let below = |a: Range, b: Range| match (a.1 < b.0, a.0 >= b.1) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        };
        match order {
            "eq" | "ne" => {
                let equal = match (a.1 < b.0 || b.1 < a.0, a.0 == a.1 && a == b) {
                    (true, _) => Some(false),
                    (_, true) => Some(true),
                    _ => None,
                };
                equal.map(|equal| equal == (order == "eq"))
            }
            _ if !comparable => None,
            "slt" | "ult" => below(a, b),
            "sge" | "uge" => below(a, b).map(|below| !below),
            "sgt" | "ugt" => below(b, a),
            "sle" | "ule" => below(b, a).map(|below| !below),
            _ => None,
        }
    }

    /// Whether the left one is the number of a thread within the grid and the right one a parameter that is known to be
    /// larger.
    fn is_covered(&self, left: Val<'_>, right: Val<'_>) -> bool {
        self.known.covered.iter().any(|&(axis, index)| {
            let threads = self.known.block.map(|block| block[axis]);
            let is_thread = thread_within_grid(left, axis, threads).unwrap_or(false);
            is_thread && is_parameter(right, index)
        })
    }

    /// Between which numbers an integer is; `None` of what is no integer of at most 64 bits.
    fn range(&mut self, value: Val<'_>) -> Option<Range> {
        let bits = value.ty().int_bits().filter(|bits| *bits <= 64)?;
        let all = (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1);
        self.fuel = match self.fuel {
            0 => return Some(all),
            fuel => fuel - 1,
        };
        if let Some(Constant::Int { value, .. }) = value.constant() {
            // The two values of a truth value are 0 and -1 as signed numbers.
            let value = if bits == 1 {
                -i128::from(value & 1)
            } else {
                value.into()
            };
            return Some((value, value));
        }
        let found = match value.as_instruction() {
            Some(instruction) => self.computed(instruction, all),
            None => self.argument(value).map(|it| match it.1 {
                END => (it.0, all.1),
                _ => it,
            }),
        };
        Some(
            found
                .filter(|it| it.0 >= all.0 && it.1 <= all.1)
                .unwrap_or(all),
        )
    }

    fn argument(&self, value: Val<'_>) -> Option<Range> {
        let mut known = (0..).zip(&self.known.arguments);
        let (_, range) = known.find(|(index, _)| is_parameter(value, *index))?;
        range.map(|(least, most)| (least.into(), most.into()))
    }

    /// The range of a result, which may be beyond what its type holds: then it wraps around, and nothing is known.
    fn computed(&mut self, instruction: Inst<'_>, all: Range) -> Option<Range> {
        if instruction.is_call() {
            return self.register(instruction);
        }
        let opcode = instruction.opcode();
        if opcode == Opcode::LLVMSelect {
            let (a, b) = (
                self.range(instruction.operand(1)?)?,
                self.range(instruction.operand(2)?)?,
            );
            return Some((a.0.min(b.0), a.1.max(b.1)));
        }
        let supported = matches!(
            opcode,
            Opcode::LLVMAdd
                | Opcode::LLVMSub
                | Opcode::LLVMMul
                | Opcode::LLVMSDiv
                | Opcode::LLVMUDiv
                | Opcode::LLVMSRem
                | Opcode::LLVMURem
                | Opcode::LLVMShl
                | Opcode::LLVMLShr
                | Opcode::LLVMAShr
                | Opcode::LLVMAnd
                | Opcode::LLVMSExt
                | Opcode::LLVMZExt
                | Opcode::LLVMTrunc
        );
        let a = self.range(instruction.operand(0).filter(|_| supported)?)?;
        match opcode {
            Opcode::LLVMSExt | Opcode::LLVMTrunc => return Some(a),
            Opcode::LLVMZExt => return (a.0 >= 0).then_some(a),
            _ => {}
        }
        let b = self.range(instruction.operand(1)?)?;
        let corners = |of: fn(i128, i128) -> i128| {
            let all = [of(a.0, b.0), of(a.0, b.1), of(a.1, b.0), of(a.1, b.1)];
            let least = all.iter().copied().min()?;
            Some((least, all.iter().copied().max()?))
        };
        let positive = a.0 >= 0 && b.0 > 0;
        let shifts = b.0 >= 0 && b.1 < 63 && a.0 >= 0;
        match opcode {
            Opcode::LLVMAdd => corners(|x, y| x + y),
            Opcode::LLVMSub => corners(|x, y| x - y),
            Opcode::LLVMMul => corners(|x, y| x * y),
            Opcode::LLVMSDiv if b.0 > 0 => corners(|x, y| x / y),
            Opcode::LLVMUDiv if positive => corners(|x, y| x / y),
            Opcode::LLVMSRem | Opcode::LLVMURem if positive => Some((0, a.1.min(b.1 - 1))),
            Opcode::LLVMShl if shifts => corners(|x, y| x << y),
            Opcode::LLVMLShr | Opcode::LLVMAShr if shifts => corners(|x, y| x >> y),
            Opcode::LLVMAnd if b.0 >= 0 => Some((0, b.1)),
            Opcode::LLVMAnd if a.0 >= 0 => Some((0, a.1)),
            _ => Some(all),
        }
    }

    /// What a special register of the thread holds.
    fn register(&self, call: Inst<'_>) -> Option<Range> {
        let name = call.callee().and_then(Val::as_declared_name)?;
        let (register, axis) = name.strip_prefix(REGISTER)?.split_once('.')?;
        let axis = AXES.iter().position(|known| *known == axis)?;
        let threads = self.known.block.map(|block| i128::from(block[axis]));
        let blocks = self.known.grid.map(|grid| i128::from(grid[axis]));
        match register {
            "tid" => Some((0, threads.unwrap_or(LARGEST.0) - 1)),
            "ntid" => Some((threads.unwrap_or(1), threads.unwrap_or(LARGEST.0))),
            "ctaid" => Some((0, blocks.unwrap_or(LARGEST.1) - 1)),
            "nctaid" => Some((1, blocks.unwrap_or(LARGEST.1))),
            _ => None,
        }
    }
}

const REGISTER: &str = "llvm.nvvm.read.ptx.sreg.";
const AXES: [&str; 3] = ["x", "y", "z"];

fn is_parameter(value: Val<'_>, index: u32) -> bool {
    value.object() == Object::Param(index)
}

/// Whether a value is `ctaid * ntid + tid` along an axis, where blocks may be known to have so many threads.
fn thread_within_grid<'c>(value: Val<'c>, axis: usize, threads: Option<u32>) -> Option<bool> {
    let operands = |value: Val<'c>, opcode: Opcode| {
        let instruction = value.as_instruction().filter(|it| it.opcode() == opcode);
        [0, 1].map(|index| instruction.and_then(|it| it.operand(index)))
    };
    let is = |value: Val<'_>, register: &str| {
        let call = value.as_instruction().and_then(Inst::callee);
        let name = call.and_then(Val::as_declared_name);
        name.is_some_and(|name| name == format!("{REGISTER}{register}.{}", AXES[axis]))
    };
    let is_size = |value: Val<'_>| {
        let constant = match value.constant() {
            Some(Constant::Int { value, .. }) => u32::try_from(value).ok(),
            _ => None,
        };
        is(value, "ntid") || (constant.is_some() && constant == threads)
    };
    let [a, b] = operands(value, Opcode::LLVMAdd);
    let (a, b) = (a?, b?);
    let (product, thread) = if is(b, "tid") { (a, b) } else { (b, a) };
    let [a, b] = operands(product, Opcode::LLVMMul);
    let (a, b) = (a?, b?);
    let first = (is(a, "ctaid") && is_size(b)) || (is_size(a) && is(b, "ctaid"));
    Some(is(thread, "tid") && first)
}
