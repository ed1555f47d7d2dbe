#!/usr/bin/env python3
"""Makes the miniature data sets beside this script: synthetic, Apache-2.0 as the project, in the layouts of the originals.

Needs numpy, pillow, nibabel and pynrrd, which write the files: what our readers read was written by nobody here. The same
run gives the same pixels. volumes.tsv holds, by nibabel's and pynrrd's own reading, the value and the place (LPS, mm) of a
voxel of each volume. Names of patients and identifiers are made up.
"""

import pathlib

import nibabel
import nrrd
import numpy
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
random = numpy.random.default_rng(20261129)
volumes = []


def folder(*parts):
    path = HERE.joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


def grey(width, height):
    return random.integers(0, 256, (height, width), dtype=numpy.uint8)


def picture_folder():
    images = folder("images", "val")
    for number in range(4):
        Image.fromarray(grey(6, 5)).save(images / f"image_{number}.png")
    HERE.joinpath("images", "labels.txt").write_text(
        "val/image_0.png 0\nval/image_1.png 1\nval/image_2.png 0\nval/image_3.png 1\n")
    HERE.joinpath("images", "labels.csv").write_text(
        "path,label,split,site\nval/image_0.png,nodule|cyst,train,A\nval/image_1.png,,train,B\n"
        'val/image_2.png,nodule,test,"B, annex"\n')


def medmnist():
    numpy.savez_compressed(
        HERE / "tinymnist.npz",
        train_images=random.integers(0, 256, (5, 4, 3), dtype=numpy.uint8), train_labels=numpy.array([[0], [1], [1], [0], [1]], numpy.uint8),
        val_images=random.integers(0, 256, (2, 4, 3), dtype=numpy.uint8), val_labels=numpy.array([[1], [0]], numpy.uint8))
    colour = numpy.zeros((1, 2, 2, 3), numpy.uint8)
    colour[0, 0, 0] = 200, 100, 50
    numpy.savez(HERE / "tinycolour.npz", test_images=colour, test_labels=numpy.array([[0, 1, 1]], numpy.int64))


def chest():
    images = folder("chestxray14", "images_001", "images")
    for name in "00000001_000", "00000001_001", "00000002_000":
        Image.fromarray(grey(32, 32)).save(images / f"{name}.png")
    root = HERE / "chestxray14"
    root.joinpath("Data_Entry_2017.csv").write_text(
        "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,"
        "OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y],\n"
        "00000001_000.png,Cardiomegaly,0,1,058Y,M,PA,2682,2749,0.143,0.143,\n"
        "00000001_001.png,Cardiomegaly|Emphysema,1,1,058Y,M,PA,2894,2729,0.143,0.143,\n"
        "00000002_000.png,No Finding,0,2,081Y,F,AP,2500,2048,0.171,0.171,\n"
        "00000003_000.png,Hernia,0,3,074Y,F,PA,2500,2048,0.168,0.168,\n")
    root.joinpath("BBox_List_2017.csv").write_text(
        "Image Index,Finding Label,Bbox [x,y,w,h],,,\n00000001_000.png,Cardiomegaly,256.0,512.0,128.0,64.0,,,\n")
    root.joinpath("train_val_list.txt").write_text("00000001_000.png\n00000001_001.png\n")
    root.joinpath("test_list.txt").write_text("00000002_000.png\n")


def isic():
    images = folder("isic", "ISIC_2019_Training_Input")
    for number in range(3):
        Image.fromarray(random.integers(0, 256, (5, 6, 3), dtype=numpy.uint8)).save(images / f"ISIC_000000{number}.jpg", quality=95)
    root = HERE / "isic"
    root.joinpath("ISIC_2019_Training_GroundTruth.csv").write_text(
        "image,MEL,NV,BCC,UNK\nISIC_0000000,1.0,0.0,0.0,0.0\nISIC_0000001,0.0,1.0,0.0,0.0\nISIC_0000002,0.0,0.0,1.0,0.0\n")
    root.joinpath("ISIC_2019_Training_Metadata.csv").write_text(
        "image,age_approx,anatom_site_general,lesion_id,sex\nISIC_0000000,55.0,anterior torso,IL_1,female\n"
        "ISIC_0000001,30.0,,IL_1,female\nISIC_0000002,,head/neck,,male\n")


def nifti(path, values, affine, code=None, byte_order="<"):
    header = nibabel.Nifti1Header(endianness=byte_order)
    image = nibabel.Nifti1Image(values, affine, header)
    if code == "qform":
        image.set_sform(None, 0)
        image.set_qform(affine, 1)
    nibabel.save(image, path)
    note(path)


def note(path):
    at = (1, 2, 1)
    if path.name.endswith(".nrrd"):
        values, header = nrrd.read(str(path))
        place = numpy.array(header["space origin"]) + numpy.array(at) @ numpy.array(header["space directions"])
    else:
        image = nibabel.load(path)
        values = image.get_fdata()
        place = (image.affine @ [*at, 1])[:3] * [-1, -1, 1]
    volumes.append("\t".join([str(path.relative_to(HERE)), f"{values[at]:.6f}", *(f"{p:.4f}" for p in place)]))


def turned():
    a, b = numpy.radians(20), numpy.radians(35)
    about_x = numpy.array([[1, 0, 0], [0, numpy.cos(a), -numpy.sin(a)], [0, numpy.sin(a), numpy.cos(a)]])
    about_z = numpy.array([[numpy.cos(b), -numpy.sin(b), 0], [numpy.sin(b), numpy.cos(b), 0], [0, 0, 1]])
    affine = numpy.eye(4)
    affine[:3, :3] = about_z @ about_x @ numpy.diag([-0.5, 1.5, 2])
    affine[:3, 3] = -12.5, 30.25, 7
    return affine


def pairs():
    values = random.integers(0, 1000, (5, 6, 4)).astype(numpy.int16)
    labels = (random.uniform(size=values.shape) < 0.3).astype(numpy.uint8)
    nifti(folder("pairs", "imagesTr") / "case_01.nii.gz", values, turned())
    nifti(folder("pairs", "labelsTr") / "case_01.nii.gz", labels * 2, turned())
    nifti(folder("pairs", "imagesTs") / "case_02_0000.nii", values.astype(numpy.float32) / 7, turned(), "qform", ">")
    nifti(folder("pairs", "labelsTs") / "case_02.nii", labels, turned(), "qform")
    header = {"space": "left-posterior-superior", "space directions": numpy.diag([1.0, 2.0, 3.0]), "space origin": [5, 6, 7]}
    for name, data, more in ("brain9_image", values, {"encoding": "raw"}), ("brain9_label", labels, {"encoding": "gzip"}):
        path = folder("pairs-nrrd") / f"{name}.nrrd"
        nrrd.write(str(path), data, {**header, **more})
        note(path)


def brats():
    root = folder("brats", "BraTS20_Training_001")
    labels = numpy.zeros((5, 6, 4), numpy.uint8)
    labels[1, 1, 1], labels[2, 2, 2], labels[3, 3, 3] = 1, 2, 4
    for sequence in "flair", "t1", "t1ce", "t2":
        nifti(root / f"BraTS20_Training_001_{sequence}.nii.gz", random.integers(0, 900, labels.shape).astype(numpy.int16), turned())
    nifti(root / "BraTS20_Training_001_seg.nii.gz", labels, turned())


for make in picture_folder, medmnist, chest, isic, pairs, brats:
    make()
HERE.joinpath("volumes.tsv").write_text("\n".join(volumes) + "\n")
