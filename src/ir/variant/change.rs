//! The changes that edits are made of.

use super::super::address::{BlockName, Name, Site, Value};
use super::super::error::Skip;
use super::super::raw::{Claim, Func, Inst, Opcode, Val};
use super::super::sketch::{Role, opcode_text, role};
use super::Variant;

impl<'c> Variant<'c> {
    /// Removes an instruction. Its uses get `instead`, or a stand-in where that is not given or not there.
    pub fn erase(&mut self, name: Name, instead: Option<&Value>) -> Result<(), Skip> {
        let instruction = self.movable(name)?;
        if !instruction.ty().is_void() && !instruction.uses().is_empty() {
            let ty = instruction.ty();
            let chosen = instead
                .and_then(|value| self.resolve(value, instruction.block().function(), ty).ok());
            let there = chosen.filter(|value| self.is_there(*value, instruction));
            instruction.replace_uses(there.unwrap_or_else(|| self.stand_in(ty, instruction)));
        }
        self.forget(name);
        instruction.erase();
        Ok(())
    }

    /// Puts a copy of `name` before `before`, under the name `%n<tag>`, and its result into the operand `user`.
    pub fn copy(
        &mut self,
        name: Name,
        before: Name,
        tag: u32,
        user: Option<Site>,
    ) -> Result<(), Skip> {
        let original = self.movable(name)?;
        let place = self.place(before)?;
        self.same_function((name, original), (before, place))?;
        self.untaken(tag)?;
        let user = user
            .map(|site| self.user_of_copy(original, (before, place), site))
            .transpose()?;
        let copy = self.insert_copy(original, place, tag);
        if let Some((user, index)) = user {
            user.set_operand(index, copy.value());
        }
        Ok(())
    }

    /// Moves an instruction, which keeps its name. Users that it no longer reaches get a stand-in.
    pub fn relocate(&mut self, name: Name, before: Name) -> Result<(), Skip> {
        let instruction = self.movable(name)?;
        let place = self.place(before)?;
        self.same_function((name, instruction), (before, place))?;
        if place == instruction || instruction.next() == Some(place) {
            return Err(Skip::NoEffect);
        }
        instruction.move_before(place);
        self.repair_operands(instruction);
        self.repair_uses(instruction);
        Ok(())
    }

    /// Replaces an instruction by a copy of another one of the same type, under the name `%n<tag>`.
    pub fn replace(&mut self, name: Name, with: Name, tag: u32) -> Result<(), Skip> {
        let old = self.movable(name)?;
        let original = self.movable(with)?;
        self.same_function((name, old), (with, original))?;
        self.untaken(tag)?;
        if old == original {
            return Err(Skip::NoEffect);
        }
        if old.ty() != original.ty() {
            return Err(Skip::Types(name, with));
        }
        let copy = self.insert_copy(original, old, tag);
        if !old.ty().is_void() {
            old.replace_uses(copy.value());
        }
        self.forget(name);
        old.erase();
        Ok(())
    }

    /// Exchanges the places of two instructions of one type, and their users; both keep their names.
    pub fn swap(&mut self, a: Name, b: Name) -> Result<(), Skip> {
        let (first, second) = (self.movable(a)?, self.movable(b)?);
        self.same_function((a, first), (b, second))?;
        if first == second {
            return Err(Skip::NoEffect);
        }
        if first.ty() != second.ty() {
            return Err(Skip::Types(a, b));
        }
        let (users_of_first, users_of_second) = (first.uses(), second.uses());
        exchange_places(first, second);
        users_of_first
            .into_iter()
            .for_each(|(user, index)| user.set_operand(index, second.value()));
        users_of_second
            .into_iter()
            .for_each(|(user, index)| user.set_operand(index, first.value()));
        self.repair_operands(first);
        self.repair_operands(second);
        Ok(())
    }

    /// Sets one operand to a value that is there.
    pub fn set_operand(&mut self, site: Site, value: &Value) -> Result<(), Skip> {
        let instruction = self.get(site.at)?;
        let old = self.free_operand(instruction, site)?;
        let new = self.resolve(value, instruction.block().function(), old.ty())?;
        if new == old {
            return Err(Skip::NoEffect);
        }
        if !self.is_there(new, instruction) {
            return Err(Skip::NotYet {
                value: value.clone(),
                at: site.at,
            });
        }
        instruction.set_operand(site.operand, new);
        Ok(())
    }

    /// Adds fast-math flags (LLVM's bits).
    pub fn add_fast_math(&mut self, name: Name, flags: u32) -> Result<(), Skip> {
        let instruction = self.get(name)?;
        let has = instruction.fast_math().ok_or(Skip::NoFlags(name))?;
        if has | flags == has {
            return Err(Skip::NoEffect);
        }
        instruction.set_fast_math(has | flags);
        Ok(())
    }

    /// Adds fast-math flags (LLVM's bits) to all that stands in a block and can have them.
    pub fn add_fast_math_in(&mut self, block: BlockName, flags: u32) -> Result<(), Skip> {
        let found = self
            .blocks
            .get(block.0 as usize)
            .ok_or(Skip::NoBlock(block))?;
        add_flags(found.instructions(), flags)
    }

    /// Adds fast-math flags (LLVM's bits) to all that stands in a function and can have them.
    pub fn add_fast_math_in_function(&mut self, name: &str, flags: u32) -> Result<(), Skip> {
        let found = self.functions.iter().find(|it| it.name() == name);
        let found = found.ok_or_else(|| Skip::Unfit(format!("there is no function `{name}`")))?;
        let blocks = found.blocks();
        add_flags(blocks.into_iter().flat_map(|it| it.instructions()), flags)
    }

    /// Promises that parameter `index` of the kernel `entry` points to memory that nothing else points to.
    pub fn promise_noalias(&mut self, entry: &str, index: u32) -> Result<(), Skip> {
        let function = self.pointer_param(entry, index)?;
        if function.param_has(index, "noalias") {
            return Err(Skip::NoEffect);
        }
        function.add_param_attribute(index, "noalias", 0);
        Ok(())
    }

    /// Promises that parameter `index` of the kernel `entry` is an address that is a multiple of so many bytes, a power
    /// of two.
    pub fn promise_align(&mut self, entry: &str, index: u32, bytes: u32) -> Result<(), Skip> {
        let function = self.pointer_param(entry, index)?;
        let known = function.param_number(index, "align");
        if known.is_some_and(|known| known >= u64::from(bytes)) {
            return Err(Skip::NoEffect);
        }
        function.add_param_attribute(index, "align", u64::from(bytes));
        Ok(())
    }

    /// Promises something of parameter `index` of the kernel `entry`, an integer.
    pub fn promise_integer(&mut self, entry: &str, index: u32, claim: Claim) -> Result<(), Skip> {
        let function = self.kernel(entry)?;
        let bits = function
            .param(index)
            .and_then(|param| param.ty().int_bits());
        let number = claim.number();
        let fits = |bits: u32| bits == 64 || (bits < 64 && number >> bits == 0);
        let sound = matches!(claim, Claim::AtLeast { .. }) || number.is_power_of_two();
        if !sound || !bits.is_some_and(fits) {
            return Err(Skip::Unpromised(format!(
                "argument {index} of `{entry}` is no integer for which {number} makes sense"
            )));
        }
        let mut known = self.assumed.iter().map(|(f, i, claim, _)| (f, i, claim));
        if known.any(|(f, i, known)| (*f, *i) == (function, index) && known.implies(claim)) {
            return Err(Skip::NoEffect);
        }
        let made = function.assume(index, claim);
        self.assumed.push((function, index, claim, made));
        Ok(())
    }

    /// Promises that parameter `index` of the kernel `entry` points to memory that nothing writes to while a launch runs.
    pub fn promise_readonly(&mut self, entry: &str, index: u32) -> Result<(), Skip> {
        let function = self.pointer_param(entry, index)?;
        let mut result = Err(Skip::NoEffect);
        // What nothing writes to is aliased by nothing that matters: LLVM's `noalias` speaks of memory that is modified.
        for attribute in ["noalias", "readonly"] {
            if !function.param_has(index, attribute) {
                function.add_param_attribute(index, attribute, 0);
                result = Ok(());
            }
        }
        result
    }

    pub(super) fn kernel(&self, entry: &str) -> Result<Func<'c>, Skip> {
        let is = |function: &&Func<'c>| function.is_kernel() && function.name() == entry;
        let found = self.functions.iter().find(is).copied();
        found.ok_or_else(|| Skip::Unpromised(format!("the kernel has no entry `{entry}`")))
    }

    /// The kernel `entry`, whose parameter `index` is a pointer.
    fn pointer_param(&self, entry: &str, index: u32) -> Result<Func<'c>, Skip> {
        let function = self.kernel(entry)?;
        let space = function
            .param(index)
            .and_then(|param| param.ty().address_space());
        match space {
            Some(_) => Ok(function),
            None => Err(Skip::Unpromised(format!(
                "argument {index} of `{entry}` is no pointer"
            ))),
        }
    }

    fn movable(&self, name: Name) -> Result<Inst<'c>, Skip> {
        let instruction = self.get(name)?;
        match role(instruction) {
            Role::Plain => Ok(instruction),
            Role::Fixed => {
                let what = opcode_text(instruction.opcode()).to_owned();
                Err(Skip::Untouchable { name, what })
            }
        }
    }

    /// An instruction that something can be put before.
    fn place(&self, before: Name) -> Result<Inst<'c>, Skip> {
        let instruction = self.get(before)?;
        let head = matches!(
            instruction.opcode(),
            Opcode::LLVMPHI | Opcode::LLVMLandingPad
        );
        if head {
            Err(Skip::HeadOfBlock(before))
        } else {
            Ok(instruction)
        }
    }

    fn same_function(&self, a: (Name, Inst<'c>), b: (Name, Inst<'c>)) -> Result<(), Skip> {
        let same = a.1.block().function() == b.1.block().function();
        if same {
            Ok(())
        } else {
            Err(Skip::OtherFunction(a.0, b.0))
        }
    }

    fn untaken(&self, tag: u32) -> Result<(), Skip> {
        if self.new.contains_key(&tag) {
            Err(Skip::Taken(Name::New(tag)))
        } else {
            Ok(())
        }
    }

    fn free_operand(&self, instruction: Inst<'c>, site: Site) -> Result<Val<'c>, Skip> {
        let operand = instruction
            .operand(site.operand)
            .ok_or(Skip::NoOperand(site))?;
        if instruction.is_free(site.operand) {
            Ok(operand)
        } else {
            Err(Skip::FixedOperand(site))
        }
    }

    /// The operand that is to take the result of a copy of `original` that will stand before `place`.
    fn user_of_copy(
        &self,
        original: Inst<'c>,
        place: (Name, Inst<'c>),
        site: Site,
    ) -> Result<(Inst<'c>, u32), Skip> {
        let user = self.get(site.at)?;
        let operand = self.free_operand(user, site)?;
        if operand.ty() != original.ty() {
            let wanted = original.ty().text();
            return Err(Skip::OperandType { site, wanted });
        }
        if user != place.1 && !self.precedes(place.1, user) {
            return Err(Skip::TooEarly {
                site,
                place: place.0,
            });
        }
        Ok((user, site.operand))
    }

    fn insert_copy(&mut self, original: Inst<'c>, place: Inst<'c>, tag: u32) -> Inst<'c> {
        let copy = original.copy_before(place);
        copy.set_name(Name::New(tag).to_string().trim_start_matches('%'));
        self.repair_operands(copy);
        self.new.insert(tag, copy);
        copy
    }
}

fn add_flags<'c>(to: impl IntoIterator<Item = Inst<'c>>, flags: u32) -> Result<(), Skip> {
    let mut result = Err(Skip::NoEffect);
    for instruction in to {
        if let Some(has) = instruction.fast_math().filter(|has| has | flags != *has) {
            instruction.set_fast_math(has | flags);
            result = Ok(());
        }
    }
    result
}

fn exchange_places<'c>(first: Inst<'c>, second: Inst<'c>) {
    // Neither is a terminator, so each has something after it.
    match (first.next(), second.next()) {
        (Some(after), _) if after == second => second.move_before(first),
        (_, Some(after)) if after == first => first.move_before(second),
        (Some(after_first), _) => {
            first.move_before(second);
            second.move_before(after_first);
        }
        (None, _) => {}
    }
}
