"""Numbers that the bakers and the kernels must agree on: sizes, indices, material ids.

A baked scene is one square tile that repeats for ever in x and z, so a walk
never meets an edge. Inside `data` heights point up (+Y = -y of the contract);
only `render` and `Scene` turn the sign.

Not here: how anything is built (`bake`) or drawn (`kernel_*`).
"""

TILE_M = 128.0  # side of the repeating tile
GRID = 256  # ground samples along a side: 0.5 m apart
PER_M = 2.0
CELL_M = 2.0  # side of one bin of primitives
CELLS = 64
PLOT_M = 4.0  # side of one plot of ground whose extremes are known
PLOTS = 32
AO_LAYERS = 32  # 0.5 m voxels of the occlusion grid above the lowest ground
FAR_M = 240.0  # beyond this everything is sky
PRIMS_FAR_M = 130.0
LAMPS_A_CELL = 8  # the nearest lamps that a bin remembers

# One primitive is one row of floats.
(
    P_TYPE, P_MAT, P_X, P_Y, P_Z, P_A, P_B, P_C, P_COS, P_SIN, P_R, P_G, P_BL, P_SEED, P_EXTRA,
    P_BOUND,
) = range(16)  # fmt: skip
PRIM_WIDTH = 16
BOX, ELLIPSOID, FRUSTUM, GABLE, ARCH = range(5)

# One bin is one row of floats: lowest and highest point in it, how many bins away the
# nearest one with something in it is, and its first and last row of `items`.
B_LOW, B_HIGH, B_SKIP, B_FROM, B_TO = range(5)
BIN_WIDTH = 5

# Materials.
(
    GRASS, SAND, ROCK, SNOW, DIRT, COBBLE, ASPHALT, BRICK, HOUSE, TILES, BARK, LEAVES, PLANKS,
    BLOCKS, BASALT, FACADE, PARQUET, WALLPAPER, LAMP, BALL, PLAIN, WATER, NEEDLES, MUD, MARBLE,
    CARPET, PICTURE, BOOKS, CRACKED, LEAFLITTER, CAVEROCK,
    GLASS, STAINED,
) = range(33)  # fmt: skip

# Scene parameters: one flat float64 vector.
(
    S_SUNX, S_SUNY, S_SUNZ, S_SUNR, S_SUNG, S_SUNB,  # light direction (towards it), radiance
    S_AMBR, S_AMBG, S_AMBB, S_GNDR, S_GNDG, S_GNDB,  # sky and ground ambient
    S_ZENR, S_ZENG, S_ZENB, S_HORR, S_HORG, S_HORB,  # sky colours
    S_FOGR, S_FOGG, S_FOGB, S_FOG, S_CLOUD, S_CLOUDR, S_CLOUDG, S_CLOUDB,
    S_NIGHT, S_LIT, S_WET, S_SNOW, S_WATER, S_WATR, S_WATG, S_WATB,
    S_HMIN, S_HMAX, S_SLOPE, S_INDOOR, S_AOBASE, S_GLOW,
    S_MAT0, S_M0R, S_M0G, S_M0B, S_MAT1, S_M1R, S_M1G, S_M1B, S_MATS, S_MSR, S_MSG, S_MSB,
    S_SLOPE0, S_SLOPE1, S_MOUNT, S_MOUNTR, S_MOUNTG, S_MOUNTB, S_MSNOW, S_EXPO, S_FLOWERS,
    S_SEED, S_WAVE, S_TREELINE, S_LAVA, S_MOON, S_CLOUDS_SEED,
    S_TOP,  # highest point of all primitives
) = range(68)  # fmt: skip
PARAMS = 72
