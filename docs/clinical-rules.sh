#!/bin/sh
# Writes docs/clinical-rules.md anew from the guideline files in profiles/guidelines/.
set -eu
cd "$(dirname "$0")/.."
mvn -q -Dtest=ClinicalRulesTest -Dclinical-rules.write=true test
