package mcp_test

import (
	"context"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"mahdar/answer"
	"mahdar/demo/demotest"
	"mahdar/mcp"
)

// A client in memory asks the demo's record for a denial.
func Example() {
	ctx := context.Background()
	db, err := demotest.Open(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	here, there := sdk.NewInMemoryTransports()
	go mcp.New(mcp.Options{Answer: answer.Options{Record: db}}).Run(ctx, there)
	c, err := sdk.NewClient(&sdk.Implementation{Name: "example", Version: "1"}, nil).Connect(ctx, here, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	r, err := c.CallTool(ctx, &sdk.CallToolParams{Name: "statements", Arguments: map[string]any{"act": "deny", "limit": 1}})
	fmt.Println(err, r.IsError, r.StructuredContent != nil)
	// Output: <nil> false true
}
