//! What the tuner reads of an ONNX file: operators, what they consume and produce, the model's inputs. The only file that names prost.
//!
//! The messages below are the part of `onnx.proto` (fields by their numbers there) that is needed; a decoder skips the rest, the weights'
//! values among them. They are short enough to be written by hand, so that a build needs no protobuf compiler.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use prost::Message;

/// Why a model cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No file, or no permission.
    #[error("cannot read the model {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// Not a model.
    #[error("{} is no ONNX model: {message}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
}

/// One operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its name, which may be empty.
    pub name: String,
    /// What it computes: `MatMul`, `Conv`.
    pub kind: String,
    /// The values that it consumes, by name; those of its subgraphs' outer scope included.
    pub inputs: Vec<String>,
    /// The values that it produces.
    pub outputs: Vec<String>,
}

/// One dimension of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dimension {
    /// Always this long.
    Fixed(i64),
    /// Given by whoever runs the model; as a rule the batch.
    Open(String),
}

/// An input that whoever runs the model must give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// `TensorProto.DataType`: 1 is f32, 6 is i32, 7 is i64.
    pub element: i32,
    /// Its shape.
    pub shape: Vec<Dimension>,
    /// Where it is used as an index: all its values must be below this number.
    pub below: Option<i64>,
}

/// A model, without its weights.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// The operators, in the file's order, which is one that they can be executed in.
    pub nodes: Vec<Node>,
    /// The inputs.
    pub inputs: Vec<Input>,
    /// Weights by name, with their shapes.
    pub weights: BTreeMap<String, Vec<i64>>,
}

impl Graph {
    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error`], with the file's name.
    pub fn load(path: &Path) -> Result<Graph, Error> {
        let bytes = std::fs::read(path).map_err(|source| Error::Read {
            path: path.into(),
            source,
        })?;
        Graph::parse(&bytes).map_err(|message| Error::Malformed {
            path: path.into(),
            message,
        })
    }

    /// Reads a model from the bytes of its file.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn parse(bytes: &[u8]) -> Result<Graph, String> {
        let model = ModelProto::decode(bytes).map_err(|e| e.to_string())?;
        let graph = model.graph.ok_or("it has no graph")?;
        if graph.node.is_empty() {
            return Err("its graph has no operators".into());
        }
        let weights: BTreeMap<String, Vec<i64>> = graph
            .initializer
            .into_iter()
            .map(|tensor| (tensor.name, tensor.dims))
            .collect();
        let nodes: Vec<Node> = graph.node.into_iter().map(node).collect();
        let inputs = graph
            .input
            .into_iter()
            .filter(|input| !weights.contains_key(&input.name))
            .map(|input| {
                let below = index_bound(&input.name, &nodes, &weights);
                let tensor = input.r#type.and_then(|t| t.tensor_type).unwrap_or_default();
                let shape = tensor
                    .shape
                    .unwrap_or_default()
                    .dim
                    .into_iter()
                    .map(dimension)
                    .collect();
                Input {
                    name: input.name,
                    element: tensor.elem_type,
                    shape,
                    below,
                }
            })
            .collect();
        Ok(Graph {
            nodes,
            inputs,
            weights,
        })
    }
}

fn node(proto: NodeProto) -> Node {
    let mut inputs = proto.input;
    for attribute in proto.attribute {
        for graph in attribute.g.into_iter().chain(attribute.graphs) {
            inputs.extend(graph.node.into_iter().flat_map(|inner| node(inner).inputs));
        }
    }
    // An empty name is an optional input that is left out.
    inputs.retain(|name| !name.is_empty());
    Node {
        name: proto.name,
        kind: proto.op_type,
        inputs,
        outputs: proto.output,
    }
}

fn dimension(proto: DimensionProto) -> Dimension {
    match proto.dim_value {
        Some(value) if value > 0 => Dimension::Fixed(value),
        _ => Dimension::Open(proto.dim_param.unwrap_or_default()),
    }
}

/// The rows of the smallest table that `input` is an index into.
fn index_bound(input: &str, nodes: &[Node], weights: &BTreeMap<String, Vec<i64>>) -> Option<i64> {
    nodes
        .iter()
        .filter(|node| {
            node.kind == "Gather" && node.inputs.get(1).is_some_and(|name| name == input)
        })
        .filter_map(|node| weights.get(node.inputs.first()?)?.first().copied())
        .min()
}

#[derive(Clone, PartialEq, Message)]
struct ModelProto {
    #[prost(message, optional, tag = "7")]
    graph: Option<GraphProto>,
}

#[derive(Clone, PartialEq, Message)]
struct GraphProto {
    #[prost(message, repeated, tag = "1")]
    node: Vec<NodeProto>,
    #[prost(message, repeated, tag = "5")]
    initializer: Vec<TensorProto>,
    #[prost(message, repeated, tag = "11")]
    input: Vec<ValueInfoProto>,
}

#[derive(Clone, PartialEq, Message)]
struct NodeProto {
    #[prost(string, repeated, tag = "1")]
    input: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    output: Vec<String>,
    #[prost(string, tag = "3")]
    name: String,
    #[prost(string, tag = "4")]
    op_type: String,
    #[prost(message, repeated, tag = "5")]
    attribute: Vec<AttributeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct AttributeProto {
    #[prost(message, optional, tag = "6")]
    g: Option<GraphProto>,
    #[prost(message, repeated, tag = "11")]
    graphs: Vec<GraphProto>,
}

#[derive(Clone, PartialEq, Message)]
struct TensorProto {
    #[prost(int64, repeated, tag = "1")]
    dims: Vec<i64>,
    #[prost(string, tag = "8")]
    name: String,
}

#[derive(Clone, PartialEq, Message)]
struct ValueInfoProto {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, optional, tag = "2")]
    r#type: Option<TypeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct TypeProto {
    #[prost(message, optional, tag = "1")]
    tensor_type: Option<TensorTypeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct TensorTypeProto {
    #[prost(int32, tag = "1")]
    elem_type: i32,
    #[prost(message, optional, tag = "2")]
    shape: Option<ShapeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct ShapeProto {
    #[prost(message, repeated, tag = "1")]
    dim: Vec<DimensionProto>,
}

#[derive(Clone, PartialEq, Message)]
struct DimensionProto {
    #[prost(int64, optional, tag = "1")]
    dim_value: Option<i64>,
    #[prost(string, optional, tag = "2")]
    dim_param: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tensor(name: &str, dims: &[i64]) -> TensorProto {
        TensorProto {
            name: name.into(),
            dims: dims.into(),
        }
    }

    fn value(name: &str, elem_type: i32, dim: Vec<DimensionProto>) -> ValueInfoProto {
        let tensor_type = TensorTypeProto {
            elem_type,
            shape: Some(ShapeProto { dim }),
        };
        ValueInfoProto {
            name: name.into(),
            r#type: Some(TypeProto {
                tensor_type: Some(tensor_type),
            }),
        }
    }

    #[test]
    fn inputs_are_told_from_weights_and_indices_have_their_bound() {
        let open = DimensionProto {
            dim_value: None,
            dim_param: Some("batch".into()),
        };
        let fixed = DimensionProto {
            dim_value: Some(20),
            dim_param: None,
        };
        let gather = |table: &str| NodeProto {
            input: vec![table.into(), "index".into()],
            output: vec![format!("{table}.rows")],
            op_type: "Gather".into(),
            ..NodeProto::default()
        };
        let graph = GraphProto {
            node: vec![gather("large"), gather("small")],
            initializer: vec![tensor("large", &[1000, 32]), tensor("small", &[10, 32])],
            input: vec![
                value("index", 7, vec![open, fixed]),
                value("large", 1, Vec::new()),
            ],
        };
        let bytes = ModelProto { graph: Some(graph) }.encode_to_vec();
        let graph = Graph::parse(&bytes).unwrap();
        assert_eq!(
            graph.inputs,
            [Input {
                name: "index".into(),
                element: 7,
                shape: vec![Dimension::Open("batch".into()), Dimension::Fixed(20)],
                below: Some(10),
            }]
        );
    }

    #[test]
    fn what_is_no_model_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.onnx");
        for text in [&b"not a model at all"[..], b""] {
            std::fs::write(&path, text).unwrap();
            let error = Graph::load(&path).unwrap_err().to_string();
            assert!(error.contains("notes.onnx is no ONNX model"), "{error}");
        }
        let error = Graph::load(&folder.path().join("absent.onnx"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("absent.onnx"), "{error}");
    }
}
