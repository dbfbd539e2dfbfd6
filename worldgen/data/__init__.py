"""Synthetic worlds with known geometry: scenes, words for them, walks and pictures.

    seed ──▶ scene.sample_spec ──▶ bake.bake ──▶ Scene ──▶ walks.walk ──▶ poses, actions
                    │                              └─────▶ render.render ──▶ RGB, depth, masks
                    └──▶ captions.caption          clips.make_clip does all of it

Inside, heights point up (+Y = −y of the contract); poses and positions that come in or
go out have the contract's axes. One set of compiled functions (`kernel_*`) draws on the
CPU (`render`) and on CUDA (`render_cuda`).

For training and tests only: nothing that plays imports this package.
"""
