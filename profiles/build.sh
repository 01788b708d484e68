#!/bin/sh
# Regenerates the JSON of profiles/ and terminology/ from their FSH sources.
#
# Needs Node 20 or later with npm, Maven and unzip. Everything it downloads stays in build/, so that the result depends
# on nothing outside this repository but the versions named here and in profiles/package.json.
set -eu

cd "$(dirname "$0")/.."
root=$PWD
work=$root/build/fsh
home=$work/home
core=$home/.fhir/packages/hl7.fhir.r4.core#4.0.1/package
definitions=com.ibm.fhir:fhir-registry:4.11.1

# The definitions of FHIR R4, as SUSHI expects to find them in its cache. A jar on Maven Central holds them, complete
# but for package.json. The data elements (de-*) are of no use here and would halve the speed.
if [ ! -f "$core/package.json" ]; then
    rm -rf "$work/core" "$core"
    mkdir -p "$work/core" "$(dirname "$core")"
    mvn -q -B dependency:copy -Dartifact="$definitions" -DoutputDirectory="$work/core"
    unzip -q "$work"/core/*.jar 'hl7/fhir/core/package/*' -d "$work/core"
    mv "$work/core/hl7/fhir/core/package" "$core"
    rm -f "$core"/StructureDefinition-de-*.json
    cat >"$core/package.json" <<'JSON'
{"name":"hl7.fhir.r4.core","version":"4.0.1","fhirVersions":["4.0.1"],"type":"Core","license":"CC0-1.0",
"title":"R4 core","description":"R4 core","author":"HL7 Inc","url":"http://hl7.org/fhir/R4",
"canonical":"http://hl7.org/fhir","dependencies":{}}
JSON
fi

mkdir -p "$work/tool"
if ! cmp -s profiles/package.json "$work/tool/package.json"; then
    cp profiles/package.json "$work/tool/package.json"
    (cd "$work/tool" && npm install --no-package-lock --no-audit --no-fund --silent)
fi

# One project from both rooms.
rm -rf "$work/project"
mkdir -p "$work/project/input/fsh/profiles" "$work/project/input/fsh/terminology"
cp profiles/sushi-config.yaml "$work/project/"
cp -R profiles/fsh/. "$work/project/input/fsh/profiles/"
[ ! -d terminology/fsh ] || cp -R terminology/fsh/. "$work/project/input/fsh/terminology/"

# An unreachable registry: otherwise SUSHI adds the newest version of three packages, and the result would vary by day.
log=$work/sushi.log
if ! HOME=$home FPL_REGISTRY=http://127.0.0.1:9 "$work/tool/node_modules/.bin/sushi" build -s "$work/project" \
        >"$log" 2>&1; then
    cat "$log"
    exit 1
fi
grep -A 2 '^warn' "$log" | grep -v -e 'hl7.fhir.uv' -e 'hl7.terminology' -e '^--' -e '^info' || true

rm -f profiles/*-*.json terminology/*.json
rm -rf profiles/examples
mkdir -p profiles/examples
for file in "$work"/project/fsh-generated/resources/*.json; do
    name=$(basename "$file")
    case $name in
        CodeSystem-* | ValueSet-* | ConceptMap-* | NamingSystem-*) cp "$file" terminology/ ;;
        StructureDefinition-* | OperationDefinition-* | SearchParameter-* | Questionnaire-*) cp "$file" profiles/ ;;
        *) cp "$file" profiles/examples/ ;;
    esac
done

# What was compiled and what came out, for the test that finds one changed without the other.
{
    find profiles/fsh -type f
    [ ! -d terminology/fsh ] || find terminology/fsh -type f
    find profiles/examples -type f
    find profiles terminology -maxdepth 1 -name '*.json'
    echo profiles/sushi-config.yaml
} | LC_ALL=C sort | xargs $(command -v sha256sum || echo shasum -a 256) >profiles/generated.sha256
echo "$(grep -c '\.json$' profiles/generated.sha256) files written to profiles/ and terminology/"
