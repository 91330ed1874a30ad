// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads Terraform text as Terraform does, with its own library, and prints the blocks with every value that needs no variable as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

func main() {
	text, _ := io.ReadAll(os.Stdin)
	file, problems := hclsyntax.ParseConfig(text, "records.tf", hcl.InitialPos)
	if problems.HasErrors() {
		fmt.Fprintln(os.Stderr, problems.Error())
		os.Exit(1)
	}
	told := []map[string]interface{}{}
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		members := map[string]interface{}{"block": block.Type, "labels": block.Labels}
		for name, attribute := range block.Body.Attributes {
			if len(attribute.Expr.Variables()) > 0 {
				continue
			}
			value, problems := attribute.Expr.Value(nil)
			if problems.HasErrors() {
				fmt.Fprintln(os.Stderr, problems.Error())
				os.Exit(1)
			}
			octets, _ := ctyjson.Marshal(value, value.Type())
			members[name] = json.RawMessage(octets)
		}
		told = append(told, members)
	}
	json.NewEncoder(os.Stdout).Encode(told)
}
