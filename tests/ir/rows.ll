; One block sums the products of a row with a scale, then divides the row by the sum: a strided loop, a tree reduction in
; shared memory, a second strided loop.
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ4rowsE4part = internal addrspace(3) global [128 x float] undef, align 4

define dso_local ptx_kernel void @rows(ptr noundef %0, ptr noundef %1, ptr noundef %2, i32 noundef %3) #0 {
  %5 = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %6 = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %7 = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  br label %8

8:                                                ; preds = %10, %4
  %.039 = phi i32 [ %5, %4 ], [ %21, %10 ]
  %.037 = phi float [ 0.000000e+00, %4 ], [ %20, %10 ]
  %9 = icmp slt i32 %.039, %3
  br i1 %9, label %10, label %22

10:                                               ; preds = %8
  %11 = mul nsw i32 %6, %3
  %12 = add nsw i32 %11, %.039
  %13 = sext i32 %12 to i64
  %14 = getelementptr inbounds float, ptr %0, i64 %13
  %15 = load float, ptr %14, align 4, !tbaa !8
  %16 = sext i32 %.039 to i64
  %17 = getelementptr inbounds float, ptr %1, i64 %16
  %18 = load float, ptr %17, align 4, !tbaa !8
  %19 = fmul contract float %15, %18
  %20 = fadd contract float %.037, %19
  %21 = add nsw i32 %.039, %7
  br label %8, !llvm.loop !10

22:                                               ; preds = %8
  %23 = sext i32 %5 to i64
  %24 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ4rowsE4part to ptr), i64 0, i64 %23
  store float %.037, ptr %24, align 4, !tbaa !8
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %25 = sdiv i32 %7, 2
  br label %26

26:                                               ; preds = %39, %22
  %.038 = phi i32 [ %25, %22 ], [ %40, %39 ]
  %27 = icmp sgt i32 %.038, 0
  br i1 %27, label %28, label %41

28:                                               ; preds = %26
  %29 = icmp slt i32 %5, %.038
  br i1 %29, label %30, label %39

30:                                               ; preds = %28
  %31 = add nsw i32 %5, %.038
  %32 = sext i32 %31 to i64
  %33 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ4rowsE4part to ptr), i64 0, i64 %32
  %34 = load float, ptr %33, align 4, !tbaa !8
  %35 = sext i32 %5 to i64
  %36 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ4rowsE4part to ptr), i64 0, i64 %35
  %37 = load float, ptr %36, align 4, !tbaa !8
  %38 = fadd contract float %37, %34
  store float %38, ptr %36, align 4, !tbaa !8
  br label %39

39:                                               ; preds = %30, %28
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %40 = sdiv i32 %.038, 2
  br label %26, !llvm.loop !12

41:                                               ; preds = %26
  %42 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ4rowsE4part to ptr), align 4, !tbaa !8
  br label %43

43:                                               ; preds = %45, %41
  %.0 = phi i32 [ %5, %41 ], [ %60, %45 ]
  %44 = icmp slt i32 %.0, %3
  br i1 %44, label %45, label %61

45:                                               ; preds = %43
  %46 = mul nsw i32 %6, %3
  %47 = add nsw i32 %46, %.0
  %48 = sext i32 %47 to i64
  %49 = getelementptr inbounds float, ptr %0, i64 %48
  %50 = load float, ptr %49, align 4, !tbaa !8
  %51 = fdiv contract float %50, %42
  %52 = sext i32 %.0 to i64
  %53 = getelementptr inbounds float, ptr %1, i64 %52
  %54 = load float, ptr %53, align 4, !tbaa !8
  %55 = fadd contract float %51, %54
  %56 = mul nsw i32 %6, %3
  %57 = add nsw i32 %56, %.0
  %58 = sext i32 %57 to i64
  %59 = getelementptr inbounds float, ptr %2, i64 %58
  store float %55, ptr %59, align 4, !tbaa !8
  %60 = add nsw i32 %.0, %7
  br label %43, !llvm.loop !13

61:                                               ; preds = %43
  ret void
}


declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2


declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!4}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!4 = !{!5, !5, i64 0}
!5 = !{!"int", !6, i64 0}
!6 = !{!"omnipotent char", !7, i64 0}
!7 = !{!"Simple C++ TBAA"}
!8 = !{!9, !9, i64 0}
!9 = !{!"float", !6, i64 0}
!10 = distinct !{!10, !11}
!11 = !{!"llvm.loop.mustprogress"}
!12 = distinct !{!12, !11}
!13 = distinct !{!13, !11}
