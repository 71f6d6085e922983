"""How the weights of the acts are rebuilt and measured; never imported by the product."""
