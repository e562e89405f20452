//! Where in the source an edit acts, as far as the IR knows.

use std::collections::BTreeSet;

use super::Edit;
use crate::ir::{BlockName, Name, Site, Sketch};

/// Lines of the source that the instructions and blocks of an edit's text come from, ascending; none where it names none, or where the IR
/// carries no debug information.
pub fn source_lines(edit: &Edit, sketch: &Sketch) -> Vec<u32> {
    let text = edit.to_string();
    let lines: BTreeSet<u32> = text
        .split_whitespace()
        .filter_map(|word| line(word, sketch))
        .collect();
    lines.into_iter().collect()
}

/// The line of an address: that of the instruction, or of the first in the block that has one.
fn line(word: &str, sketch: &Sketch) -> Option<u32> {
    let block = |block: BlockName| sketch.block(block);
    if let Some(block) = word.parse().ok().and_then(block) {
        let mut numbers = block.instructions.clone();
        return numbers.find_map(|number| sketch.instruction(number)?.line);
    }
    let name = word
        .parse()
        .or_else(|_| word.parse().map(|site: Site| site.at));
    match name {
        Ok(Name::Base(number)) => sketch.instruction(number)?.line,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::{Block, Instruction, Role, TypeId};

    /// One block of three instructions, of which the second has no line.
    fn sketch() -> Sketch {
        let instruction = |line| Instruction {
            block: BlockName(0),
            opcode: "add".into(),
            detail: None,
            ty: TypeId(0),
            operands: Vec::new(),
            uses: Vec::new(),
            role: Role::Plain,
            fast_math: None,
            line,
        };
        Sketch {
            blocks: vec![Block {
                function: 0,
                label: String::new(),
                instructions: 0..3,
                successors: Vec::new(),
                idom: None,
                reachable: true,
                depth: 1,
                header: None,
            }],
            instructions: [Some(12), None, Some(7)].map(instruction).to_vec(),
            ..Sketch::default()
        }
    }

    #[test]
    fn an_edit_is_where_its_addresses_are() {
        for (text, lines) in [
            ("swap %2 %0", vec![7, 12]),
            ("delete %1", vec![]),
            ("operand %2.1 <- %0", vec![7, 12]),
            ("loop %bb0 unroll 8", vec![12]),
            ("set threads 64", vec![]),
            ("delete %99", vec![]),
        ] {
            let edit = text.parse().unwrap();
            assert_eq!(source_lines(&edit, &sketch()), lines, "{text}");
        }
    }
}
