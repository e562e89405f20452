//! Names inside a body: registers, variables, labels and tables, each visible in the braces that declare it.

use std::collections::HashMap;

use super::inst::Raw;
use crate::ptx::PtxError;
use crate::ptx::types::*;

/// What a name that is no register stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ptx) enum Named {
    /// Index into `Program::vars`.
    Var(usize),
    /// A kernel's parameter, by its offset in bytes.
    Param(usize),
}

/// One pair of braces.
#[derive(Default)]
struct Scope<'a> {
    /// Index into [`Body::outer`].
    id: usize,
    regs: HashMap<String, Reg>,
    /// Registers of several components.
    vectors: HashMap<String, Vec<Reg>>,
    named: HashMap<&'a str, Named>,
}

/// What is known while a body is read.
pub(in crate::ptx) struct Body<'a> {
    pub regs: Vec<RegDecl>,
    scopes: Vec<Scope<'a>>,
    /// The scope around each scope that there was.
    outer: Vec<usize>,
    pub insts: Vec<Inst>,
    labels: HashMap<(usize, &'a str), usize>,
    /// Branch targets: name, line, scope; `Op::Bra::target` indexes this until the end of the body.
    targets: Vec<(&'a str, u32, usize)>,
    tables: HashMap<(usize, &'a str), Vec<&'a str>>,
    /// `brx.idx` instructions: number, name of the table, line, scope.
    indirect: Vec<(usize, &'a str, u32, usize)>,
    /// Whether it is a kernel's; else a device function's.
    pub kernel: bool,
}

impl<'a> Body<'a> {
    pub fn new(kernel: bool) -> Body<'a> {
        Body {
            regs: Vec::new(),
            scopes: vec![Scope::default()],
            outer: vec![0],
            insts: Vec::new(),
            labels: HashMap::new(),
            targets: Vec::new(),
            tables: HashMap::new(),
            indirect: Vec::new(),
            kernel,
        }
    }

    /// An opening brace.
    pub fn open(&mut self) {
        self.outer.push(self.here());
        self.scopes.push(Scope {
            id: self.outer.len() - 1,
            ..Scope::default()
        });
    }

    /// A closing brace; `true` if it ends the body.
    pub fn close(&mut self) -> bool {
        self.scopes.pop();
        self.scopes.is_empty()
    }

    fn here(&self) -> usize {
        self.scopes.last().map_or(0, |scope| scope.id)
    }

    pub fn reg(&self, name: &str) -> Option<Reg> {
        let scopes = self.scopes.iter().rev();
        scopes
            .filter_map(|scope| scope.regs.get(name))
            .next()
            .copied()
    }

    /// Declares a register that the whole body has.
    pub fn declare_outermost(&mut self, name: &str, ty: Ty) -> Reg {
        let reg = Reg(self.regs.len() as u32);
        self.regs.push(RegDecl {
            name: name.to_owned(),
            ty,
        });
        if let Some(scope) = self.scopes.first_mut() {
            scope.regs.insert(name.to_owned(), reg);
        }
        reg
    }

    /// The components of a register that is a vector.
    pub fn vector(&self, name: &str) -> Option<&[Reg]> {
        let scopes = self.scopes.iter().rev();
        scopes
            .filter_map(|scope| scope.vectors.get(name))
            .next()
            .map(Vec::as_slice)
    }

    /// Declares a register of `lanes` components, which have names of their own as positions and as colours.
    pub fn declare_vector(&mut self, name: String, ty: Ty, lanes: usize) {
        let names = ["x", "y", "z", "w"].into_iter().zip(["r", "g", "b", "a"]);
        let mut regs = Vec::with_capacity(lanes);
        for (place, colour) in names.take(lanes) {
            let reg = self.declare(format!("{name}.{place}"), ty);
            if let Some(scope) = self.scopes.last_mut() {
                scope.regs.insert(format!("{name}.{colour}"), reg);
            }
            regs.push(reg);
        }
        if let Some(scope) = self.scopes.last_mut() {
            scope.vectors.insert(name, regs);
        }
    }

    pub fn named(&self, name: &str) -> Option<Named> {
        let scopes = self.scopes.iter().rev();
        scopes
            .filter_map(|scope| scope.named.get(name))
            .next()
            .copied()
    }

    pub fn name(&mut self, name: &'a str, is: Named) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.named.insert(name, is);
        }
    }

    pub fn declare(&mut self, name: String, ty: Ty) -> Reg {
        let reg = Reg(self.regs.len() as u32);
        self.regs.push(RegDecl {
            name: name.clone(),
            ty,
        });
        if let Some(scope) = self.scopes.last_mut() {
            scope.regs.insert(name, reg);
        }
        reg
    }

    /// A label in front of the next instruction; `false` if its scope has one of that name.
    pub fn label(&mut self, name: &'a str) -> bool {
        let at = self.insts.len();
        self.labels.insert((self.here(), name), at).is_none()
    }

    /// A branch to `name`; gives what stands for it until [`Body::resolve`].
    pub fn target(&mut self, name: &'a str, line: u32) -> usize {
        self.targets.push((name, line, self.here()));
        self.targets.len() - 1
    }

    pub fn table(&mut self, name: &'a str, labels: Vec<&'a str>) {
        self.tables.insert((self.here(), name), labels);
    }

    /// The next instruction branches to a label of the table `name`.
    pub fn indirect(&mut self, name: &'a str, line: u32) {
        let (at, here) = (self.insts.len(), self.here());
        self.indirect.push((at, name, line, here));
    }

    /// What `found` has for `name` in `scope` or the nearest scope around it.
    fn outwards<T>(&self, mut scope: usize, found: impl Fn(usize) -> Option<T>) -> Option<T> {
        loop {
            match found(scope) {
                None if scope != 0 => scope = self.outer[scope],
                found => return found,
            }
        }
    }

    /// Resolves branch targets to instruction numbers. A body that can run off its end gets the `ret` that this means.
    pub fn resolve(&mut self) -> Result<Vec<Inst>, PtxError> {
        let mut insts = std::mem::take(&mut self.insts);
        let end = insts.len();
        let line = insts.last().map_or(1, |inst| inst.line);
        insts.push(Inst {
            guard: None,
            op: Op::Ret,
            line,
            source: None,
        });
        let unknown = |what: &str, name: &str, line| PtxError::Syntax {
            line,
            what: what.into(),
            text: name.to_owned(),
        };
        let find = |name: &'a str, line: u32, scope: usize| {
            self.outwards(scope, |scope| self.labels.get(&(scope, name)).copied())
                .map(|at| at.min(end))
                .ok_or_else(|| unknown("a branch to an unknown label", name, line))
        };
        for &(at, table, line, scope) in &self.indirect {
            let names = self
                .outwards(scope, |scope| self.tables.get(&(scope, table)))
                .ok_or_else(|| unknown("an unknown table of branch targets", table, line))?;
            let found = names
                .iter()
                .map(|name| find(name, line, scope))
                .collect::<Result<Vec<_>, _>>()?;
            if let Some(Op::Brx { targets, .. }) = insts.get_mut(at).map(|inst| &mut inst.op) {
                *targets = found;
            }
        }
        for inst in &mut insts {
            if let Op::Bra { target } = &mut inst.op {
                let (name, line, scope) = self.targets[*target];
                *target = find(name, line, scope)?;
            }
        }
        Ok(insts)
    }
}

/// A label as an operand.
pub(in crate::ptx) fn label_of<'a>(raw: &Raw<'a>) -> Option<&'a str> {
    match *raw {
        Raw::Name(name, 0) => Some(name),
        _ => None,
    }
}
