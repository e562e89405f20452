//! `docs/your-kernel.md` does what it says: its files are written and its commands executed, as they stand there.

use std::process::Command;

use super::root;

/// A fenced block: what stands after the backticks, and the lines.
struct Fence {
    info: String,
    text: String,
}

fn fences(page: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !line.starts_with("```"))
                .collect();
            found.push(Fence {
                info: info.trim().to_owned(),
                text: text.join("\n"),
            });
        }
    }
    found
}

#[test]
fn the_page_about_your_kernel_does_what_it_says() {
    let page = std::fs::read_to_string(root().join("docs/your-kernel.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut commands = 0;
    let mut printed = String::new();
    for fence in fences(&page) {
        if let Some(name) = fence.info.strip_prefix("cuda ") {
            std::fs::write(folder.path().join(name), format!("{}\n", fence.text)).unwrap();
        }
        if fence.info == "sh" {
            printed.clear();
            for line in fence.text.lines() {
                let words = words(line);
                assert_eq!(words[0], "warpsmith", "{line}");
                let output = Command::new(env!("CARGO_BIN_EXE_warpsmith"))
                    .current_dir(folder.path())
                    .args(&words[1..])
                    .output()
                    .unwrap();
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{line}: {said}");
                printed.push_str(&String::from_utf8_lossy(&output.stdout));
                commands += 1;
            }
        }
        // What a command prints stands in the block after it; the folder is the reader's own.
        if fence.info.is_empty() && !printed.is_empty() {
            for line in fence
                .text
                .lines()
                .filter(|line| !line.starts_with("bundle ") && !line.starts_with("kernel "))
            {
                assert!(
                    printed.lines().any(|it| it.trim_end() == line),
                    "{line}\n{printed}"
                );
            }
        }
        // An excerpt of the manifest that was made.
        if fence.info == "toml" {
            let made =
                std::fs::read_to_string(folder.path().join("rmsnorm/workload.toml")).unwrap();
            for line in fence.text.lines() {
                assert!(made.lines().any(|it| it == line), "{line}\n{made}");
            }
        }
    }
    assert_eq!(commands, 8);
    // What is loaded is what was exported.
    let ptx = std::fs::read_to_string(folder.path().join("runs/rmsnorm/bundle/tuned.ptx")).unwrap();
    assert!(ptx.contains(".visible .entry rmsnorm("));
    let languages = ["c++", "python", "rust"];
    for fence in fences(&page)
        .iter()
        .filter(|fence| languages.contains(&fence.info.as_str()))
    {
        assert!(
            fence.text.contains("tuned.ptx") && fence.text.contains("\"rmsnorm\""),
            "{}",
            fence.text
        );
    }
}

/// The words of a command line; quotes keep some together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}
