"""Posed pictures with depth to shapes: mathematics only, no files.

    gaussians/   a scene of Gaussian splats, refined against the pictures
    meshes/      a coloured triangle mesh, and a collider

Both take any sequence of `Frame`s with depth. They load numba and torch: import
them where they are used. Not here: bytes (`export`), walks on disk (`recording`),
what a model is shown while it walks (`memory`).
"""
