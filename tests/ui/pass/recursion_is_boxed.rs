callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /trees as plant {
        body Tree
        -> 201 Tree
    }
    struct Tree { left?: Tree, right: Tree | null, leaves: [Tree], named: Map<String, Tree>, other?: Branch }
    struct Branch { tree: Tree }
}

fn main() {}
