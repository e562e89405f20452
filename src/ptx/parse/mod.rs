//! The structure of a module: directives, declarations, kernels and their statements.

use std::collections::HashMap;

use super::inst;
use super::lex::{Spanned, Tok, lex};
use super::types::*;
use super::{PtxError, cfg, live};
pub(super) use scope::{Body, Named, label_of};

mod body;
mod function;
mod initial;
mod kernel;
mod module;
mod scope;

/// Reads a PTX module.
///
/// # Errors
/// [`PtxError`] for text that is not PTX and for instructions that are not supported. Never panics.
pub fn parse(text: &str) -> Result<Program, PtxError> {
    let mut parser = Parser {
        tokens: lex(text)?,
        at: 0,
        program: Program::default(),
        globals: HashMap::new(),
        functions: HashMap::new(),
    };
    while parser.peek().is_some() {
        parser.module_item()?;
    }
    Ok(parser.program)
}

struct Parser<'a> {
    tokens: Vec<Spanned<'a>>,
    at: usize,
    program: Program,
    globals: HashMap<&'a str, usize>,
    functions: HashMap<&'a str, usize>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Tok<'a>> {
        self.tokens.get(self.at).map(|&(tok, _)| tok)
    }

    fn line(&self) -> u32 {
        let at = self.at.min(self.tokens.len().saturating_sub(1));
        self.tokens.get(at).map_or(1, |&(_, line)| line)
    }

    fn next(&mut self) -> Result<Tok<'a>, PtxError> {
        let tok = self
            .peek()
            .ok_or_else(|| self.error("the text ends early"))?;
        self.at += 1;
        Ok(tok)
    }

    fn error(&self, what: impl Into<String>) -> PtxError {
        let text = match self.peek() {
            Some(Tok::Word(word)) => word.to_owned(),
            Some(Tok::Str(text)) => format!("\"{text}\""),
            Some(Tok::Punct(mark)) => mark.to_string(),
            None => "end of file".to_owned(),
        };
        PtxError::Syntax {
            line: self.line(),
            what: what.into(),
            text,
        }
    }

    fn eat(&mut self, mark: char) -> bool {
        let found = self.peek() == Some(Tok::Punct(mark));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, mark: char) -> Result<(), PtxError> {
        if self.eat(mark) {
            Ok(())
        } else {
            Err(self.error(format!("expected `{mark}`")))
        }
    }

    fn word(&mut self) -> Result<&'a str, PtxError> {
        match self.peek() {
            Some(Tok::Word(word)) => {
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.error("expected a name")),
        }
    }

    fn number(&mut self) -> Result<usize, PtxError> {
        let error = self.error("expected a number");
        match inst::literal(self.word()?) {
            Some(inst::Lit::Int(value)) if value <= 1 << 40 => Ok(value as usize),
            _ => Err(error),
        }
    }

    /// Skips the rest of the current line: `.loc` and `.file` end with it, not with a semicolon.
    fn skip_line(&mut self) {
        let line = self.line();
        while self.at < self.tokens.len() && self.tokens[self.at].1 == line {
            self.at += 1;
        }
    }

    /// Skips to the next semicolon.
    fn skip_statement(&mut self) -> Result<(), PtxError> {
        while !self.eat(';') {
            self.next()?;
        }
        Ok(())
    }

    fn skip_braces(&mut self) -> Result<(), PtxError> {
        let mut depth = 0;
        loop {
            match self.next()? {
                Tok::Punct('{') => depth += 1,
                Tok::Punct('}') => {
                    depth -= 1;
                    if depth <= 0 {
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
    }
}
