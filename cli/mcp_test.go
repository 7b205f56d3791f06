package cli

import (
	"bufio"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// demoDatabase is a database of the demo's articles.
func demoDatabase(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "talks.db")
	if status, _, errs := run("build", "-o", db, filepath.Join("..", "demo", "articles")); status != 0 {
		t.Fatal(errs)
	}
	return db
}

func asks(t *testing.T, transport sdk.Transport) {
	t.Helper()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: "search", Arguments: map[string]any{"words": "الهدنة"}})
	if err != nil || r.IsError || r.StructuredContent == nil {
		t.Errorf("%+v %v", r, err)
	}
}

// A client starts the program, as it does on a desk.
func TestMCPClientStartsIt(t *testing.T) {
	program, err := exec.LookPath("mahdar")
	if err != nil {
		t.Skip("the test program does not stand in the path: ", err)
	}
	asks(t, &sdk.CommandTransport{Command: exec.Command(program, "mcp", demoDatabase(t))})
}

func TestMCPOverHTTP(t *testing.T) {
	program, err := exec.LookPath("mahdar")
	if err != nil {
		t.Skip("the test program does not stand in the path: ", err)
	}
	cmd := exec.CommandContext(t.Context(), program, "mcp", "--http", "127.0.0.1:0", demoDatabase(t))
	errs, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cmd.Process.Kill(); cmd.Wait() }()
	line, err := bufio.NewReader(errs).ReadString('\n')
	address, _, ok := strings.Cut(line, " ")
	if err != nil || !ok {
		t.Fatalf("%q %v", line, err)
	}
	asks(t, &sdk.StreamableClientTransport{Endpoint: address})
}
