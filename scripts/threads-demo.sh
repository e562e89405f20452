#!/usr/bin/env bash
# Tunes the threads of a framework for the models that this program makes: sets up a virtual environment of its own, makes the models, tunes
# each, and prints the tables. FRAMEWORK is onnxruntime or tensorflow; MODELS names some of the models, or none to set up alone.
set -euo pipefail

framework=${FRAMEWORK:-onnxruntime}
place=${PLACE:-runs/threads-demo}
warpsmith=${WARPSMITH:-target/release/warpsmith}

case $framework in
    onnxruntime) packages=(onnxruntime onnx numpy) ; models=${MODELS-dlrm_rmc1 dlrm_rmc2 dlrm_rmc3 wide_deep transformer resnet18 width4} ;;
    tensorflow) packages=(tensorflow-cpu onnx numpy) ; models=${MODELS-width4} ;;
    *) echo "threads-demo: FRAMEWORK is onnxruntime or tensorflow, not $framework" >&2 ; exit 1 ;;
esac

python=$place/$framework/bin/python
if ! [ -e "$place/$framework/ready" ]; then
    command -v python3 >/dev/null || { echo "threads-demo: python3 is not on the PATH" >&2; exit 1; }
    echo "threads-demo: installing ${packages[*]} into $place/$framework"
    python3 -m venv "$place/$framework"
    "$python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
    touch "$place/$framework/ready"
fi
read -ra names <<<"$models"
[ ${#names[@]} -gt 0 ] || exit 0 # set up, and nothing else
"$warpsmith" threads models --python "$python" --out "$place/models" "${names[@]}" >/dev/null

# Exit code 2 says that nothing better was found, which is a result too.
for name in "${names[@]}"; do
    echo
    "$warpsmith" threads tune "$place/models/$name.onnx" --scenario "$framework" --python "$python" \
        --out "$place/$framework-$name" --overwrite || [ $? -eq 2 ]
done
