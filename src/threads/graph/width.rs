//! Average model width, as in "Exploiting Parallelism Opportunities with Deep Learning Frameworks" (arXiv 1908.04705) and its tool `tftuner`.
//!
//! Only heavy operators count: matrix products and convolutions, or, in a model with embedding tables, look-ups and convolutions. The graph is
//! contracted to them: each is joined to the nearest heavy ones above it. The average width is their number over those on the longest path.
//! The tool tells heavy operators by TensorFlow's names; ONNX names the kind of an operator apart from its own name, so here kinds decide.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

use super::onnx::Graph;

/// Which operators were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heavy {
    /// Matrix products and convolutions.
    Products,
    /// Embedding look-ups and convolutions: the model has embedding tables.
    LookUps,
}

/// The width of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Width {
    /// Which operators count as heavy.
    pub heavy: Heavy,
    /// How many there are.
    pub operators: usize,
    /// The heavy operators by their depth in the contracted graph: a layer holds those whose longest path from above has that many.
    pub layers: Vec<Vec<String>>,
    /// Operators over layers; 1 for a model without any.
    pub average: f64,
}

impl Width {
    /// As a number of pools: rounded, at least 1.
    pub fn pools(&self) -> usize {
        self.average.round().max(1.0) as usize
    }
}

/// A matrix product or a convolution, by the kind of the operator: `MatMul`, `MatMulInteger`, `FusedMatMul`, `Gemm`, `Conv`, `ConvTranspose`.
fn is_product(kind: &str) -> bool {
    kind.contains("MatMul") || kind.contains("Gemm") || is_convolution(kind)
}

fn is_convolution(kind: &str) -> bool {
    kind.contains("Conv")
}

/// The average width of a model.
pub fn width(graph: &Graph) -> Width {
    let look_up = |index: usize| -> bool {
        let node = &graph.nodes[index];
        let table = node.inputs.first().and_then(|name| graph.weights.get(name));
        node.kind == "Gather" && table.is_some_and(|shape| shape.len() == 2)
    };
    let all = 0..graph.nodes.len();
    let (kind, heavy): (Heavy, BTreeSet<usize>) = match all.clone().any(look_up) {
        true => (
            Heavy::LookUps,
            all.filter(|&i| look_up(i) || is_convolution(&graph.nodes[i].kind))
                .collect(),
        ),
        false => (
            Heavy::Products,
            all.filter(|&i| is_product(&graph.nodes[i].kind)).collect(),
        ),
    };
    let parents = contract(graph, &heavy);
    // The file's order is topological, so that parents come before their children; one pass finds every depth.
    let mut depth: BTreeMap<usize, usize> = BTreeMap::new();
    let mut layers: Vec<Vec<String>> = Vec::new();
    for &operator in &heavy {
        let above = parents[&operator]
            .iter()
            .filter_map(|parent| depth.get(parent))
            .max();
        let own = above.map_or(0, |above| above + 1);
        depth.insert(operator, own);
        if own == layers.len() {
            layers.push(Vec::new());
        }
        let node = &graph.nodes[operator];
        layers[own].push(match node.name.is_empty() {
            true => format!(
                "{}:{}",
                node.kind,
                node.outputs.first().map_or("", String::as_str)
            ),
            false => node.name.clone(),
        });
    }
    let average = match layers.len() {
        0 => 1.0,
        depth => heavy.len() as f64 / depth as f64,
    };
    Width {
        heavy: kind,
        operators: heavy.len(),
        layers,
        average,
    }
}

/// For each heavy operator the nearest heavy ones above it, through light ones.
fn contract(graph: &Graph, heavy: &BTreeSet<usize>) -> BTreeMap<usize, BTreeSet<usize>> {
    let producers: BTreeMap<&str, usize> = graph
        .nodes
        .iter()
        .enumerate()
        .flat_map(|(index, node)| {
            node.outputs
                .iter()
                .map(move |output| (output.as_str(), index))
        })
        .collect();
    let above = |index: usize| {
        graph.nodes[index]
            .inputs
            .iter()
            .filter_map(|name| producers.get(name.as_str()).copied())
            .collect::<Vec<_>>()
    };
    heavy
        .iter()
        .map(|&operator| {
            let mut found = BTreeSet::new();
            let mut seen = BTreeSet::new();
            let mut queue: VecDeque<usize> = above(operator).into();
            while let Some(next) = queue.pop_front() {
                if !seen.insert(next) {
                    continue;
                }
                match heavy.contains(&next) {
                    true => {
                        found.insert(next);
                    }
                    false => queue.extend(above(next)),
                }
            }
            (operator, found)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::onnx::Node;
    use super::*;

    /// A graph from lines of `kind inputs -> output`.
    #[derive(Default)]
    struct Draft(Graph);

    impl Draft {
        fn op(&mut self, kind: &str, inputs: &[&str]) -> String {
            let output = format!("v{}", self.0.nodes.len());
            self.0.nodes.push(Node {
                name: format!("{kind}_{}", self.0.nodes.len()),
                kind: kind.into(),
                inputs: inputs.iter().map(ToString::to_string).collect(),
                outputs: vec![output.clone()],
            });
            output
        }

        /// A chain of convolutions, each with its activation.
        fn convs(&mut self, from: &str, n: usize) -> String {
            (0..n).fold(from.to_string(), |value, _| {
                let value = self.op("Conv", &[&value, "w"]);
                self.op("Relu", &[&value])
            })
        }
    }

    fn measured(draft: &Draft) -> (usize, usize, f64) {
        let width = width(&draft.0);
        assert_eq!(
            width.layers.iter().map(Vec::len).sum::<usize>(),
            width.operators
        );
        (width.operators, width.layers.len(), width.average)
    }

    #[test]
    fn a_chain_of_fully_connected_layers_is_one_wide() {
        let mut draft = Draft::default();
        let mut value = "x".to_string();
        for _ in 0..3 {
            value = draft.op("MatMul", &[&value, "w"]);
            value = draft.op("Add", &[&value, "b"]);
            value = draft.op("Relu", &[&value]);
        }
        assert_eq!(measured(&draft), (3, 3, 1.0));
    }

    #[test]
    fn four_independent_chains_of_three_products_are_four_wide() {
        let mut draft = Draft::default();
        let ends: Vec<String> = (0..4)
            .map(|_| {
                (0..3).fold("x".to_string(), |value, _| {
                    draft.op("MatMul", &[&value, "w"])
                })
            })
            .collect();
        draft.op(
            "Concat",
            &ends.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        assert_eq!(measured(&draft), (12, 3, 4.0));
    }

    /// GoogLeNet (Szegedy et al., CVPR 2015): a stem of three convolutions, nine modules with four branches (1x1; 1x1 and 3x3; 1x1 and 5x5;
    /// pooling and 1x1), and one fully connected layer: 58 heavy operators, of which 3 + 9 * 2 + 1 are on the longest path.
    #[test]
    fn inception_is_some_two_and_a_half_wide() {
        let mut draft = Draft::default();
        let mut value = draft.convs("x", 3);
        for _ in 0..9 {
            let pooled = draft.op("MaxPool", &[&value]);
            let branches = [
                draft.convs(&value, 1),
                draft.convs(&value, 2),
                draft.convs(&value, 2),
                draft.convs(&pooled, 1),
            ];
            value = draft.op("Concat", &branches.each_ref().map(String::as_str));
        }
        value = draft.op("GlobalAveragePool", &[&value]);
        draft.op("Gemm", &[&value, "w", "b"]);
        assert_eq!(measured(&draft), (58, 22, 58.0 / 22.0));
        assert_eq!(width(&draft.0).pools(), 3);
    }

    /// ResNet-50 (He et al., CVPR 2016): 53 convolutions and one fully connected layer; the four projections run beside the three
    /// convolutions of their block, so that 50 are on the longest path.
    #[test]
    fn resnet_is_hardly_wider_than_a_chain() {
        let mut draft = Draft::default();
        let mut value = draft.convs("x", 1);
        for blocks in [3, 4, 6, 3] {
            for block in 0..blocks {
                let inner = draft.convs(&value, 3);
                let shortcut = match block {
                    0 => draft.op("Conv", &[&value, "w"]),
                    _ => value.clone(),
                };
                value = draft.op("Add", &[&inner, &shortcut]);
            }
        }
        draft.op("Gemm", &[&value, "w", "b"]);
        assert_eq!(measured(&draft), (54, 50, 54.0 / 50.0));
    }

    #[test]
    fn embedding_tables_take_the_place_of_products() {
        let mut draft = Draft::default();
        let mut parts = Vec::new();
        for table in 0..4 {
            let name = format!("table{table}");
            draft.0.weights.insert(name.clone(), vec![1000, 32]);
            parts.push(draft.op("Gather", &[&name, "index"]));
        }
        let all = draft.op(
            "Concat",
            &parts.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        let hidden = draft.op("MatMul", &[&all, "w"]);
        draft.op("MatMul", &[&hidden, "w"]);
        let width = width(&draft.0);
        assert_eq!(width.heavy, Heavy::LookUps);
        assert_eq!(
            (width.operators, width.layers.len(), width.average),
            (4, 1, 4.0)
        );
    }

    #[test]
    fn a_model_without_heavy_operators_is_one_wide() {
        let mut draft = Draft::default();
        draft.op("Relu", &["x"]);
        assert_eq!(measured(&draft), (0, 0, 1.0));
        assert_eq!(width(&draft.0).pools(), 1);
    }

    #[test]
    fn a_shared_light_operator_is_crossed_once_however_many_paths_lead_there() {
        // Thirty diamonds of light operators in a row have 2^30 paths.
        let mut draft = Draft::default();
        let mut value = draft.op("MatMul", &["x", "w"]);
        for _ in 0..30 {
            let sides = [draft.op("Relu", &[&value]), draft.op("Neg", &[&value])];
            value = draft.op("Add", &sides.each_ref().map(String::as_str));
        }
        draft.op("MatMul", &[&value, "w"]);
        assert_eq!(measured(&draft), (2, 2, 1.0));
    }
}
